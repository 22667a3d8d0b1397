package dev.touchstone.indexer.archive.ledger;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.touchstone.indexer.archive.ledger.Workload.Priority;
import java.time.Instant;

/** Puts work before the workers, in the transaction that makes it: there is never one without the other. */
public final class Schedule {
    /** The task of the scheduler that all work is; its instance is the work's id. */
    public static final TaskDescriptor<Void> WORK = TaskDescriptor.of("work");

    private Schedule() {}

    /** How the scheduler speaks to a database. Timestamps are in UTC: SQLite has no other way, and one table serves both. */
    public static JdbcCustomization dialect(Database database) {
        return switch (database) {
            case Database.Embedded _ -> new SqliteJdbcCustomization();
            case Database.Server _ -> new PostgreSqlJdbcCustomization(false, true);
        };
    }

    /**
     * Frees what workers had that are gone. An embedded ledger has one process: whatever is taken when it starts was taken by
     * one before. On a server others may be at work; there the scheduler finds by their heartbeats who is gone.
     */
    public static void release(Ledger ledger) {
        switch (ledger.database()) {
            case Database.Embedded _ -> ledger.act(Caller.PROGRAM, transaction -> transaction.change("""
                                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                                    version = version + 1
                                where picked = true"""));
            case Database.Server _ -> {}
        }
    }

    static void add(Transaction transaction, Id<Work> work, Priority priority) {
        var ledger = transaction.ledger();
        var client = SchedulerClient.Builder.create(
                        SameConnection.of(transaction.handle().getConnection()))
                .jdbcCustomization(dialect(ledger.database()))
                .enablePriority()
                .build();
        var now = Instant.ofEpochMilli(transaction.now());
        client.scheduleIfNotExists(
                WORK.instance(work.toString()).priority(priority.rank()).build(), now);
    }
}
