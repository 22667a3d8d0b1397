package dev.touchstone.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.web.account.Lockout.Pair;
import dev.touchstone.web.testing.TestingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockoutTest {
    private static final Pair MARA = new Pair("mara", "192.0.2.7");
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TestingClock clock = new TestingClock();
    private final Lockout lockout = new Lockout(clock);

    /** Fails as often as it can until it has failed so many times. */
    private void fail(int times) {
        for (var failed = 0; failed < times; ) {
            var wait = lockout.begin(MARA);
            if (wait.isEmpty()) failed++;
            else clock.pass(wait.get());
        }
    }

    @Test
    void the_wait_grows_with_every_failure() {
        var waits = new ArrayList<Long>();
        fail(2);
        for (var times = 3; times < 10; times++) {
            fail(1);
            waits.add(lockout.begin(MARA).orElseThrow().toSeconds());
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L);
    }

    @Test
    void ten_failures_stop_the_pair_for_a_quarter_of_an_hour() {
        fail(10);
        assertThat(lockout.begin(MARA)).contains(Lockout.WINDOW);
        assertThat(lockout.stopped()).containsExactly(MARA);

        clock.pass(Lockout.WINDOW.minus(MOMENT));
        assertThat(lockout.begin(MARA)).contains(MOMENT);

        clock.pass(MOMENT);
        assertThat(lockout.begin(MARA)).isEmpty();
        assertThat(lockout.stopped()).isEmpty();
    }

    @Test
    void nobody_is_kept_out_at_another_address_or_under_another_name() {
        fail(10);
        assertThat(lockout.begin(new Pair("mara", "198.51.100.1"))).isEmpty();
        assertThat(lockout.begin(new Pair("ivo", "192.0.2.7"))).isEmpty();
    }

    @Test
    void asking_while_one_has_to_wait_makes_the_wait_no_longer() {
        fail(10);
        for (var times = 0; times < 100; times++) lockout.begin(MARA);
        clock.pass(Lockout.WINDOW);
        assertThat(lockout.begin(MARA)).isEmpty();
    }

    @Test
    void success_forgets_what_failed_before() {
        fail(9);
        lockout.succeeded(MARA);
        assertThat(lockout.begin(MARA)).isEmpty();
        assertThat(lockout.begin(MARA)).isEmpty();
    }

    @Test
    void old_failures_do_not_count() {
        fail(9);
        clock.pass(Lockout.WINDOW);
        fail(2);
        assertThat(lockout.begin(MARA)).isEmpty();
    }

    @Test
    void many_tries_at_once_gain_nothing() {
        var let = new AtomicInteger();
        IntStream.range(0, 50).parallel().forEach(_ -> {
            if (lockout.begin(MARA).equals(Optional.empty())) let.incrementAndGet();
        });
        assertThat(let).hasValue(3);
    }

    @Test
    void a_rate_gives_turns_back_little_by_little() {
        var rate = new Rate(10, Duration.ofMinutes(1), clock);
        for (var turn = 0; turn < 10; turn++) assertThat(rate.take("192.0.2.7")).isEmpty();
        assertThat(rate.take("192.0.2.7")).contains(Duration.ofSeconds(6));
        assertThat(rate.take("192.0.2.8")).isEmpty();

        clock.pass(Duration.ofSeconds(6));
        assertThat(rate.take("192.0.2.7")).isEmpty();
        assertThat(rate.take("192.0.2.7")).isPresent();
    }
}
