package dev.touchstone.web.operate;

import dev.touchstone.indexer.archive.ledger.AuditLog.Verdict;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.operate.Finding.Place;
import java.util.List;
import java.util.Optional;

/** Computes the audit log's chain anew. */
record LogCheck(Ledger ledger) {
    List<Finding> look() {
        return switch (ledger.read(transaction -> transaction.log().verify(Optional.empty()))) {
            case Verdict.Sound _ -> List.of();
            case Verdict.Broken broken ->
                List.of(Finding.fault(
                        Place.AUDIT_LOG,
                        "audit log, entry " + broken.sequence(),
                        broken.fault(),
                        "somebody changed the ledger behind the program's back: keep a copy of it, and restore the last"
                                + " backup into a new folder"));
        };
    }
}
