package dev.touchstone.indexer.archive.ledger;

import static dev.touchstone.indexer.archive.ledger.Ledgers.ADA;
import static dev.touchstone.indexer.archive.ledger.Ledgers.arrival;
import static dev.touchstone.indexer.archive.ledger.Ledgers.collection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.Workload.Priority;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL; {@code verify --full} fails where that is missing. */
@Tag("full")
class PostgresLedgerTest extends LedgerContract {
    @Override
    Database fresh() {
        return TestingPostgres.fresh();
    }

    @Test
    void of_two_who_send_at_once_the_second_waits_and_counts_what_the_first_has_sent() throws Exception {
        assertThat(secondOfTwo(transaction -> transaction.holdings().sentBy(ADA)))
                .isEqualTo(new Holdings.Amount(2, 6));
    }

    @Test
    void of_two_who_fill_a_collection_at_once_the_second_waits_and_counts_what_the_first_has_added() throws Exception {
        var decisions = collection(ledger, "decisions");
        assertThat(secondOfTwo(transaction -> transaction.holdings().keptIn(decisions.id())))
                .isEqualTo(new Holdings.Amount(2, 6));
    }

    /** In SQLite there is one writer at a time, so that this can only happen here. */
    private Holdings.Amount secondOfTwo(Function<Transaction, Holdings.Amount> counted) throws Exception {
        var decisions = collection(ledger, "decisions");
        var added = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var second = ledger.<Future<Holdings.Amount>>write(ADA, transaction -> {
                transaction.documents().add(arrival(decisions, "1.md", "one"), Priority.INTERACTIVE);
                assertThat(counted.apply(transaction).files()).isOne();
                var other = thread.submit(() -> ledger.<Holdings.Amount>write(ADA, beside -> {
                    beside.documents().add(arrival(decisions, "2.md", "two"), Priority.INTERACTIVE);
                    added.countDown();
                    return counted.apply(beside);
                }));
                while (!other.isDone() && !(added.getCount() == 0 && somebodyWaits())) Thread.onSpinWait();
                return other;
            });
            return second.get();
        }
    }

    private boolean somebodyWaits() {
        return ledger.<Long>read(
                        transaction -> transaction.number(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
                > 0;
    }
}
