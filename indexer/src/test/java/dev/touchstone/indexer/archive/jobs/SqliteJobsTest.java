package dev.touchstone.indexer.archive.jobs;

import dev.touchstone.indexer.archive.ledger.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteJobsTest extends JobsContract {
    @TempDir
    Path folder;

    @Override
    Database fresh() {
        return Database.Embedded.in(folder.resolve("ledger.db"));
    }
}
