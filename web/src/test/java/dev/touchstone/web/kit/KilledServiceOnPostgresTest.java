package dev.touchstone.web.kit;

import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.TestingPostgres;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.cli.ServingProcess;
import dev.touchstone.web.testing.TestingParts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;

/**
 * Goal R10: the same with the ledger on PostgreSQL. Now and then a worker beside the service is killed, and the database ends
 * without a word and comes back.
 */
@Tag("full")
class KilledServiceOnPostgresTest extends KilledService {
    private static final int KILLS = 8;

    private final Database.Server database = TestingPostgres.fresh();

    @Override
    int kills() {
        return KILLS;
    }

    @Override
    String[] ledger() {
        return new String[] {"-Dledger=" + database.url()};
    }

    @Override
    Parts parts() {
        return new TestingParts() {
            @Override
            public Database database(Path file) {
                return database;
            }
        };
    }

    @Override
    void disturb(HomeFolder home, int kill) throws InterruptedException {
        if (kill % 4 == 1)
            try (var worker = ServingProcess.startWorker(home.path(), ledger())) {
                worker.kill();
            }
        if (kill % 4 == 3) {
            TestingPostgres.crash();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }
}
