package dev.touchstone.web.account;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A hash that is none, and counts how often it is computed and how often at once. */
final class TestingEncoder implements PasswordEncoder {
    private final AtomicInteger computed = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Override
    public String encode(@Nullable CharSequence password) {
        compute();
        return "hash of " + password;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        compute();
        return ("hash of " + password).equals(encoded);
    }

    /** Takes a moment, so that others have the time to begin. */
    private void compute() {
        computed.incrementAndGet();
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        running.decrementAndGet();
    }

    int computed() {
        return computed.get();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }
}
