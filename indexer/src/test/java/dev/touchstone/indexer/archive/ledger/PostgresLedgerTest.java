package dev.touchstone.indexer.archive.ledger;

import org.junit.jupiter.api.Tag;

/** The same on PostgreSQL; {@code verify --full} fails where that is missing. */
@Tag("full")
class PostgresLedgerTest extends LedgerContract {
    @Override
    Database fresh() {
        return TestingPostgres.fresh();
    }
}
