package dev.touchstone.indexer.archive.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Schedule;
import java.time.Duration;

/**
 * Works on what the ledger says there is to do, in the background. Several processes may do so on one PostgreSQL: each piece
 * of work is with one of them at a time, and what a killed one had goes to another.
 */
public final class Jobs implements AutoCloseable {
    /** Faults of the database and of this program's own, not of documents: those have attempts. */
    private static final int MOST_FAULTS = 200;

    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
    /** Of the threads: ask for more work below the first, for as much as fills the second. */
    private static final double LEAST = 0.5;

    private static final double MOST = 1.0;

    private final Worker worker;
    private final Scheduler scheduler;

    private Jobs(Worker worker, Scheduler scheduler) {
        this.worker = worker;
        this.scheduler = scheduler;
    }

    /**
     * Begins to work; what was left by a process that is gone is taken up.
     *
     * @param name of this process, such as its host and number
     */
    public static Jobs start(Ledger ledger, Steps steps, JobSettings settings, String name) {
        var worker = new Worker(ledger, steps, settings);
        var scheduler = scheduler(ledger, worker, settings, name);
        Schedule.release(ledger);
        scheduler.start();
        return new Jobs(worker, scheduler);
    }

    private static Scheduler scheduler(Ledger ledger, Worker worker, JobSettings settings, String name) {
        var builder = Scheduler.create(ledger.scheduling(), task(ledger, worker))
                .schedulerName(new SchedulerName.Fixed(name))
                .clock(ledger.clock()::instant)
                .threads(settings.threads())
                .executorService(Patient.pool(settings.threads()))
                .housekeeperExecutor(Patient.housekeeper())
                .jdbcCustomization(Schedule.dialect(ledger.database()))
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(JobSettings.MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.patience())
                .enablePriority();
        return switch (ledger.database()) {
            case Database.Embedded _ -> builder.build();
            // Each asks for rows that no other has locked.
            case Database.Server _ -> builder.pollUsingLockAndFetch(LEAST, MOST).build();
        };
    }

    private static Task<Void> task(Ledger ledger, Worker worker) {
        return Tasks.custom(Schedule.WORK)
                .onDeadExecutionRevive()
                .onFailure(FailureHandler.<Void>maxRetries(MOST_FAULTS)
                        .retryEvery(AFTER_FAULT)
                        .then((complete, operations) -> {
                            var id = complete.getExecution().getId();
                            worker.giveUp(Id.of(id), "it could not be begun; the log has the details");
                            operations.remove();
                        }))
                .execute((instance, _) -> worker.work(Id.of(instance.getId()))
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : (complete, operations) ->
                                operations.reschedule(complete, ledger.clock().instant()));
    }

    /** Looks for work now, as after a transaction that made some. */
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Lets stages under way end; those that do not within the patience are begun anew by whoever works next. */
    @Override
    public void close() {
        worker.stop();
        scheduler.stop();
        worker.giveBack();
    }
}
