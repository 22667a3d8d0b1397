package dev.touchstone.indexer.archive.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    @Override
    Database fresh() {
        return Database.Embedded.in(folder.resolve("ledger.db"));
    }
}
