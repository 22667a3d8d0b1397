package dev.touchstone.web.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Slows down who guesses passwords or codes. What counts is the pair of account and address: a stranger elsewhere can lock nobody out.
 * <pre>
 * failures in 15 minutes     1  2  3    4    5    6    7     8     9     10
 * wait before the next       –  –  1 s  2 s  4 s  8 s  16 s  32 s  60 s  15 min
 * </pre>
 * In memory: whoever can restart the service need not guess.
 */
final class Lockout {
    static final int STOP = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int FREE = 2;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final int PAIRS = 100_000;

    private final InstantSource clock;
    private final Cache<Pair, Failed> tries;

    /** {@code clock} never goes back. */
    Lockout(InstantSource clock) {
        this.clock = clock;
        this.tries = Caffeine.newBuilder().maximumSize(PAIRS).build();
    }

    /** Somebody's name, as it was given, and where they came from. */
    record Pair(String account, String address) {}

    private record Failed(List<Instant> failures, Instant next) {}

    /**
     * Begins a try, which counts as failed until {@link #succeeded} is said: many at once gain nothing.
     *
     * @return how long to wait instead; empty when the try may go on
     */
    Optional<Duration> begin(Pair pair) {
        var now = clock.instant();
        var wait = new AtomicReference<>(Optional.<Duration>empty());
        tries.asMap().compute(pair, (_, known) -> {
            var before = known == null ? new Failed(List.of(), now) : known;
            wait.set(before.next().isAfter(now) ? Optional.of(Duration.between(now, before.next())) : Optional.empty());
            return wait.get().isPresent() ? before : failed(before, now);
        });
        return wait.get();
    }

    /** How long a try would have to wait; to ask counts as nothing. */
    Optional<Duration> pause(Pair pair) {
        var now = clock.instant();
        return Optional.ofNullable(tries.getIfPresent(pair))
                .filter(known -> known.next().isAfter(now))
                .map(known -> Duration.between(now, known.next()));
    }

    private static Failed failed(Failed before, Instant now) {
        var failures = new ArrayList<>(before.failures().stream()
                .filter(failure -> failure.plus(WINDOW).isAfter(now))
                .toList());
        failures.add(now);
        return new Failed(List.copyOf(failures), now.plus(delay(failures.size())));
    }

    private static Duration delay(int failures) {
        if (failures >= STOP) return WINDOW;
        if (failures <= FREE) return Duration.ZERO;
        var delay = Duration.ofSeconds(1L << (failures - FREE - 1));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    /** Forgets a try that was begun, and nothing of what failed before: it went well, and more is asked for. */
    void takeBack(Pair pair) {
        tries.asMap().computeIfPresent(pair, (_, known) -> {
            var before = known.failures().subList(0, known.failures().size() - 1);
            return before.isEmpty()
                    ? null
                    : new Failed(List.copyOf(before), before.getLast().plus(delay(before.size())));
        });
    }

    /** Forgets what failed before. */
    void succeeded(Pair pair) {
        tries.invalidate(pair);
    }

    /** Those who are stopped now, for an administrator to see. */
    List<Pair> stopped() {
        var now = clock.instant();
        return tries.asMap().entrySet().stream()
                .filter(entry -> isStopped(entry.getValue(), now))
                .map(entry -> entry.getKey())
                .sorted(Comparator.comparing(Pair::account).thenComparing(Pair::address))
                .toList();
    }

    boolean isStopped(Pair pair) {
        var known = tries.getIfPresent(pair);
        return known != null && isStopped(known, clock.instant());
    }

    private static boolean isStopped(Failed tries, Instant now) {
        return tries.failures().size() >= STOP && tries.next().isAfter(now);
    }
}
