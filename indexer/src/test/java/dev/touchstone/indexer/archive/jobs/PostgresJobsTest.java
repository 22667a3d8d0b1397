package dev.touchstone.indexer.archive.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.TestingPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("full")
class PostgresJobsTest extends JobsContract {
    @Override
    Database fresh() {
        return TestingPostgres.fresh();
    }

    @Test
    void two_workers_share_the_work_and_none_of_it_is_done_twice() {
        current("m1");
        var upload = upload(30);
        var steps = new TestingSteps(30);
        try (var one = Jobs.start(ledger, steps.steps(), QUICK, "one");
                var two = Jobs.start(ledger, steps.steps(), QUICK, "two")) {
            one.wake();
            two.wake();
            await(steps.scored());
        }
        assertThat(items(upload))
                .allSatisfy(item -> assertThat(item.stage().name()).isEqualTo("INDEX"));
        assertThat(steps.calls())
                .hasSize(90)
                .allSatisfy((_, calls) -> assertThat(calls).isEqualTo(1));
    }
}
