package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.AuditLog.Head;
import dev.touchstone.indexer.archive.ledger.AuditLog.Verdict;
import java.util.Optional;

/** Follows the chain of the audit log entry by entry, until it breaks. For one thread. */
final class Checking {
    private final Optional<Head> known;
    private Head head = Head.NONE;
    private Optional<Verdict> broken = Optional.empty();

    Checking(Optional<Head> known) {
        this.known = known;
    }

    /** An entry and the hash that stands beside it. */
    record Written(LogEntry entry, String hash) {}

    boolean isBroken() {
        return broken.isPresent();
    }

    void next(Written written) {
        var sequence = written.entry().sequence();
        if (sequence != head.sequence() + 1) {
            fault(head.sequence() + 1, "it is missing; the next one is " + sequence);
            return;
        }
        if (!written.entry().hashAfter(head.hash()).equals(written.hash())) {
            fault(sequence, "it is not what was written, or not where it was written");
            return;
        }
        head = new Head(sequence, written.hash());
        known.filter(kept -> kept.sequence() == sequence && !kept.hash().equals(written.hash()))
                .ifPresent(_ -> fault(sequence, "it is another than the known head says: the log was written anew"));
    }

    /** The verdict, when all entries have been seen. */
    Verdict end(Head told) {
        if (broken.isPresent()) return broken.get();
        if (known.isPresent() && known.get().sequence() > head.sequence())
            fault(
                    head.sequence() + 1,
                    "it is missing; the known head is " + known.get().sequence());
        else if (!told.equals(head))
            fault(head.sequence() + 1, "it is missing; the log's own head is " + told.sequence());
        return broken.orElse(new Verdict.Sound(head));
    }

    private void fault(long sequence, String fault) {
        broken = Optional.of(new Verdict.Broken(sequence, fault));
    }
}
