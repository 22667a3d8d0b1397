package dev.touchstone.web.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How often something may be done in a while, by each who does it; unused turns come back little by little. */
public final class Rate {
    private static final int KEYS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * A rate that nobody has used yet.
     *
     * @param clock never goes back
     */
    Rate(int times, Duration period, InstantSource clock) {
        var meter = new Meter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .build(_ -> Bucket.builder()
                        .withCustomTimePrecision(meter)
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                        .build());
    }

    /**
     * Takes a turn.
     *
     * @param who an address or a user's name
     * @return how long to wait instead; empty when the turn was taken
     */
    public Optional<Duration> take(String who) {
        var probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
