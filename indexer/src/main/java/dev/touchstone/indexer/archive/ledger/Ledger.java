package dev.touchstone.indexer.archive.ledger;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The one truth about what the archive holds. Whatever {@link #write} returned from is durable; whatever it threw from never
 * happened. Safe from several threads; never interrupt one that is in here.
 */
public final class Ledger implements AutoCloseable {
    private static final int TRIES = 10;

    private final Database database;
    private final Connections connections;
    private final Jdbi writing;
    private final Jdbi reading;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong commits = new AtomicLong();

    private Ledger(Database database, Connections connections, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.connections = connections;
        this.writing = Jdbi.create(connections.writing());
        this.reading = Jdbi.create(connections.reading());
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens a ledger; its tables are made or brought up to date.
     *
     * @param random for ids; where strangers see them, one that cannot be guessed
     * @throws dev.touchstone.auditor.BadInput when a newer program has written to it
     * @throws dev.touchstone.indexer.archive.Unavailable when the database cannot be reached
     */
    public static Ledger open(Database database, InstantSource clock, RandomGenerator random) {
        try {
            Schema.migrate(database);
            return new Ledger(database, Connections.open(database), clock, random);
        } catch (RuntimeException failed) {
            throw Faults.unavailable(failed);
        }
    }

    /**
     * Acts, and writes into the audit log what was done, in one transaction. It begins again when another one was in its way,
     * so the work must do nothing beside what it does here.
     *
     * @throws dev.touchstone.indexer.archive.Unavailable when the database cannot take it now
     */
    public <T> T write(Caller caller, Function<Transaction, T> work) {
        for (var left = TRIES; ; left--) {
            try (var handle = writing.open()) {
                return committed(handle, caller, work);
            } catch (RuntimeException failed) {
                if (left == 1 || !Faults.isWorthRepeating(failed)) throw Faults.unavailable(failed);
            }
        }
    }

    /** Acts without an answer; see {@link #write}. */
    public void act(Caller caller, Consumer<Transaction> work) {
        write(caller, transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    private <T> T committed(Handle handle, Caller caller, Function<Transaction, T> work) {
        handle.begin();
        try {
            var transaction = new Transaction(this, handle, caller);
            var result = work.apply(transaction);
            transaction.log().write();
            handle.commit();
            commits.incrementAndGet();
            return result;
        } catch (RuntimeException | Error failed) {
            rollback(handle, failed);
            throw failed;
        }
    }

    private static void rollback(Handle handle, Throwable failed) {
        try {
            handle.rollback();
        } catch (RuntimeException gone) {
            // The connection is gone, and with it the transaction.
            failed.addSuppressed(gone);
        }
    }

    /** Looks, without changing anything: all of the work sees one state of the ledger. */
    public <T> T read(Function<Transaction, T> work) {
        try (var handle = reading.open()) {
            handle.begin();
            T result;
            try {
                result = work.apply(new Transaction(this, handle, Caller.PROGRAM));
            } catch (RuntimeException | Error failed) {
                rollback(handle, failed);
                throw failed;
            }
            handle.rollback();
            return result;
        } catch (RuntimeException failed) {
            throw Faults.unavailable(failed);
        }
    }

    /** Grows with every change that this process makes: as long as it stays, only other processes can have changed anything. */
    public long commits() {
        return commits.get();
    }

    public Database database() {
        return database;
    }

    public InstantSource clock() {
        return clock;
    }

    /** The connections for writing, for the scheduler of background work, which shares the database. */
    public DataSource scheduling() {
        return connections.writing();
    }

    <T> Id<T> newId() {
        return new Id<>(random.nextLong() >>> 1);
    }

    /** An empty ledger in a file, made by the same steps, with the clock and the ids of this one. */
    Ledger beside(Path file) {
        return open(Database.Embedded.in(file), clock, random);
    }

    /** The last one to close an embedded ledger seals it. */
    @Override
    public void close() {
        connections.close();
        switch (database) {
            case Database.Embedded embedded -> Seal.set(embedded.file());
            case Database.Server _ -> {}
        }
    }
}
