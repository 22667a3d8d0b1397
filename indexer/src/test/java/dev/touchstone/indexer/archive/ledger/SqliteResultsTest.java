package dev.touchstone.indexer.archive.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteResultsTest extends ResultsContract {
    @TempDir
    Path folder;

    @Override
    Database fresh() {
        return Database.Embedded.in(folder.resolve("ledger.db"));
    }
}
