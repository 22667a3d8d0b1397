package dev.touchstone.indexer.archive.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditLogTest extends AuditLogContract {
    @TempDir
    Path folder;

    @Override
    Database fresh() {
        try {
            return Database.Embedded.in(
                    Files.createTempDirectory(folder, "ledger").resolve("ledger.db"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    List<String> breakingIn() {
        return List.of("drop trigger if exists audit_log_no_update", "drop trigger if exists audit_log_no_delete");
    }
}
