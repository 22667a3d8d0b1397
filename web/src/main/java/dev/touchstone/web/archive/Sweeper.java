package dev.touchstone.web.archive;

import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Document;
import dev.touchstone.indexer.archive.ledger.Holdings;
import dev.touchstone.indexer.archive.ledger.Ledger;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what is no longer needed, at the start and then again and again: what broken uploads left, documents that were
 * deleted long ago, and bytes that nobody refers to.
 */
public final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Ledger ledger;
    private final Originals originals;
    private final Originals derived;
    private final Retention retention;
    private final Rounds rounds = new Rounds("sweeper");

    /** Sweeps when it is told to; whoever holds the home's lock may do so. */
    public Sweeper(Ledger ledger, Originals originals, Originals derived, Retention retention) {
        this.ledger = ledger;
        this.originals = originals;
        this.derived = derived;
        this.retention = retention;
    }

    static Sweeper start(Stores stores, Retention retention) {
        var sweeper = new Sweeper(stores.ledger(), stores.originals(), stores.derived(), retention);
        sweeper.rounds.every(retention.incoming(), sweeper::sweepIncoming);
        sweeper.rounds.every(retention.every(), sweeper::sweep);
        return sweeper;
    }

    /**
     * What was taken away.
     *
     * @param bytes files of bytes that nobody referred to
     */
    public record Swept(int incoming, int documents, int bytes) {}

    /** Takes away all whose time is over. */
    public Swept sweep() {
        var incoming = sweepIncoming();
        var documents = erase();
        var swept = new Swept(
                incoming, documents, sweep(originals, this::ofVersions) + sweep(derived, this::ofEverythingElse));
        if (swept.documents() + swept.bytes() > 0)
            LOG.info("{} deleted documents erased, {} files that nobody refers to deleted", documents, swept.bytes());
        return swept;
    }

    private int sweepIncoming() {
        return originals.sweep(retention.incoming()) + derived.sweep(retention.incoming());
    }

    private int erase() {
        var before = ledger.clock().instant().minus(retention.deleted());
        var over = ledger.read(transaction -> transaction.documents().deletedBefore(before));
        var erased = 0;
        for (var document : over) if (!rounds.isEnding() && erase(document)) erased++;
        return erased;
    }

    /** Unless somebody has restored it meanwhile. */
    private boolean erase(Document document) {
        return ledger.write(Caller.PROGRAM, transaction -> {
            var still = transaction
                    .documents()
                    .document(document.id())
                    .filter(now -> now.deletion().equals(document.deletion()));
            still.ifPresent(now -> transaction
                    .erasing()
                    .erase(now, now.deletion().orElseThrow().because()));
            return still.isPresent();
        });
    }

    /** What lies there is listed before the ledger is asked: bytes that come in between are not in the list. */
    private int sweep(Originals store, Predicate<String> referred) {
        var here = store.all().toList();
        var held = ledger.read(transaction -> held(transaction.holdings()));
        var deleted = 0;
        for (var sha256 : here)
            if (!rounds.isEnding()
                    && !held.contains(sha256)
                    && !referred.test(sha256)
                    && store.delete(sha256, retention.unreferred())) deleted++;
        return deleted;
    }

    private static Set<String> held(Holdings holdings) {
        var held =
                holdings.originals().stream().map(original -> original.sha256()).collect(Collectors.toSet());
        holdings.derived().forEach(one -> held.add(one.sha256()));
        return held;
    }

    private boolean ofVersions(String sha256) {
        return ledger.read(transaction -> transaction.documents().isReferred(sha256));
    }

    private boolean ofEverythingElse(String sha256) {
        return ledger.read(transaction -> transaction.artifacts().isReferred(sha256));
    }

    /** Lets the file or document at hand be done, and ends. */
    @Override
    public void close() {
        rounds.close();
    }
}
