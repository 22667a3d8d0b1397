package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.jobs.JobSettings;
import dev.touchstone.indexer.archive.jobs.Jobs;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.Parts;

/**
 * A process that reads and scores documents for a home that another one serves. Both see the same folder and the same ledger on
 * PostgreSQL; however many there are, each document is worked on by one at a time, and what a killed one had goes to another.
 */
public final class ArchiveWorker implements AutoCloseable {
    private final Stores stores;
    private final Jobs jobs;

    private ArchiveWorker(Stores stores, Jobs jobs) {
        this.stores = stores;
        this.jobs = jobs;
    }

    /**
     * Begins to work.
     *
     * @param name no other process has it
     * @throws BadInput when there is no home, or its ledger is a file, which has one process
     */
    public static ArchiveWorker start(HomeFolder folder, Parts parts, Engine engine, String name) {
        folder.check();
        var stores = Stores.open(folder, parts.ledger(folder.ledger()));
        switch (stores.ledger().database()) {
            case Database.Server _ -> {}
            case Database.Embedded _ -> {
                stores.close();
                throw new BadInput("--role: a worker needs a ledger on PostgreSQL that it shares with the service;"
                        + " set TOUCHSTONE_DATABASE_URL");
            }
        }
        var steps = DocumentSteps.of(stores, new Scoring(stores, engine));
        return new ArchiveWorker(stores, Jobs.start(stores.ledger(), steps, JobSettings.usual(engine.readers()), name));
    }

    /** Lets stages under way end. */
    @Override
    public void close() {
        try (stores) {
            jobs.close();
        }
    }
}
