package dev.touchstone.indexer.archive.ledger;

import org.junit.jupiter.api.Tag;

@Tag("full")
class PostgresResultsTest extends ResultsContract {
    @Override
    Database fresh() {
        return TestingPostgres.fresh();
    }
}
