package dev.touchstone.indexer.archive.ledger;

import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("full")
class PostgresAuditLogTest extends AuditLogContract {
    @Override
    Database fresh() {
        return TestingPostgres.fresh();
    }

    @Override
    List<String> breakingIn() {
        return List.of("alter table audit_log disable trigger all");
    }
}
