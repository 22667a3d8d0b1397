package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Stage;
import dev.touchstone.indexer.archive.ledger.Transaction;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Waits until work on a collection is done, whoever does it, and tells how far it has come. */
record Waits(Ledger ledger, Progress progress) {
    private static final long LOOK_EVERY_NANOSECONDS = 100_000_000;

    /** How much of a collection is not done yet. */
    private record Left(long left, long all) {}

    /** Until all documents have been read, or could not be. */
    void untilRead(Collection collection) {
        until(collection, Progress.Stage.READING);
    }

    /** Whether all documents have been read, or could not be. */
    boolean isRead(Collection collection) {
        return ledger.<Left>read(transaction -> unread(transaction, collection)).left() == 0;
    }

    /** Until all are scored in the run that people see, and can be found. */
    void untilScored(Collection collection) {
        until(collection, Progress.Stage.SCORING);
    }

    private void until(Collection collection, Progress.Stage stage) {
        while (true) {
            var now = ledger.read(transaction -> switch (stage) {
                case READING -> unread(transaction, collection);
                case SCORING -> unscored(transaction, collection);
            });
            if (now.all() > 0) progress.passed(stage, (int) Math.max(0, now.all() - now.left()), (int) now.all());
            if (now.left() == 0) return;
            LockSupport.parkNanos(LOOK_EVERY_NANOSECONDS);
        }
    }

    private static Left unread(Transaction transaction, Collection collection) {
        var stages = transaction.work().progress(collection.id(), Optional.empty());
        return new Left(
                stages.getOrDefault(Stage.EXTRACT, 0L) + stages.getOrDefault(Stage.STRUCTURE, 0L),
                stages.values().stream().mapToLong(Long::longValue).sum());
    }

    private static Left unscored(Transaction transaction, Collection collection) {
        var left = 0L;
        var all = 0L;
        var live = transaction.runs().live(collection.id());
        for (var run : live) {
            var stages = transaction.work().progress(collection.id(), Optional.of(run));
            left += stages.getOrDefault(Stage.SCORE, 0L) + stages.getOrDefault(Stage.INDEX, 0L);
            all += stages.values().stream().mapToLong(Long::longValue).sum();
        }
        // At the end the last run takes its place, and the index follows.
        if (left == 0) left = Math.max(0, live.size() - 1);
        if (left == 0)
            left = transaction.indexChanges().pending(collection.id(), 1).size();
        return new Left(left, all);
    }
}
