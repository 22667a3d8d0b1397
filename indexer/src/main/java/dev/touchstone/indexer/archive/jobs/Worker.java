package dev.touchstone.indexer.archive.jobs;

import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Stage;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Work;
import dev.touchstone.indexer.archive.ledger.Work.Ending;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one piece of work through its stages, until there is nothing left for workers to do. Safe from several threads. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Ledger ledger;
    private final Steps steps;
    private final JobSettings settings;
    private final Set<Work> underWay = ConcurrentHashMap.newKeySet();

    private volatile boolean stopping;

    Worker(Ledger ledger, Steps steps, JobSettings settings) {
        this.ledger = ledger;
        this.steps = steps;
        this.settings = settings;
    }

    /** Begins no further stage. */
    void stop() {
        stopping = true;
    }

    /**
     * Works until the end, or until this worker is stopped.
     *
     * @return whether the work has come to its end
     */
    boolean work(Id<Work> id) {
        while (!stopping) {
            var begun = ledger.write(
                    Caller.PROGRAM,
                    transaction -> transaction
                            .work()
                            .begin(id, settings.deaths(), Worker::crashed)
                            .map(work -> new Begun(work, task(transaction, work))));
            if (begun.isEmpty()) return true;
            underWay.add(begun.get().work());
            try {
                attempt(begun.get());
            } catch (Unavailable later) {
                // Not the document's fault: the attempt does not count, and the scheduler tries again later.
                giveBack(begun.get().work(), later);
                throw later;
            } finally {
                underWay.remove(begun.get().work());
            }
        }
        return false;
    }

    /** Counts attempts back that were cut short by the end of the program: that was not the documents' fault. */
    void giveBack() {
        for (var work : underWay)
            ledger.act(Caller.PROGRAM, transaction -> transaction.work().giveBack(work));
    }

    private void giveBack(Work work, Unavailable why) {
        try {
            ledger.act(Caller.PROGRAM, transaction -> transaction.work().giveBack(work));
        } catch (Unavailable still) {
            why.addSuppressed(still);
        }
    }

    private record Begun(Work work, Task task) {}

    private static Task task(Transaction transaction, Work work) {
        var version = transaction.documents().find(work.version()).orElseThrow();
        var run = work.run().flatMap(id -> transaction.runs().find(id));
        return new Task(version, run, work.stage(), work.attempts());
    }

    private void attempt(Begun begun) {
        var work = begun.work();
        switch (perform(begun.task())) {
            case Finished.Done done ->
                ledger.act(Caller.PROGRAM, transaction -> {
                    // A worker that was taken for dead, or whose work was cancelled, stores nothing.
                    if (transaction.work().finish(work)) done.store().accept(transaction);
                });
            case Finished.Failed failed ->
                ledger.act(
                        Caller.PROGRAM,
                        transaction -> transaction.work().fail(work, new Ending(failed.reason(), failed.message())));
            case Finished.Crashed crashed -> {
                if (work.attempts() < settings.attempts()) return;
                var ending = new Ending(crashed(work.stage()).reason(), crashed.message());
                ledger.act(Caller.PROGRAM, transaction -> transaction.work().fail(work, ending));
            }
        }
    }

    private Finished perform(Task task) {
        try {
            return steps.of(task.stage()).perform(task);
        } catch (Unavailable later) {
            throw later;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            // The border of the background thread: the next document must be worked on whatever this one has met.
            LOG.error("{} failed at the stage {}", task.version().document().path(), task.stage(), bug);
            return new Finished.Crashed("an internal error; the log has the details");
        }
    }

    private static Ending crashed(Stage stage) {
        var reason = switch (stage) {
            case EXTRACT -> "parser_crashed";
            case STRUCTURE -> "structure_crashed";
            case SCORE -> "scoring_crashed";
            case INDEX, DONE, FAILED, CANCELLED -> throw new IllegalStateException("no attempt at " + stage);
        };
        return new Ending(reason, "it ended the program that worked on it as often as it was tried");
    }

    /** Ends work that could not even be begun for a long time. */
    void giveUp(Id<Work> id, String why) {
        LOG.error("work {} is given up: {}", id, why);
        ledger.act(
                Caller.PROGRAM,
                transaction -> Optional.of(id)
                        .flatMap(transaction.work()::find)
                        .filter(work -> work.stage().isForWorkers())
                        .ifPresent(work -> transaction.work().fail(work, new Ending("given_up", why))));
    }
}
