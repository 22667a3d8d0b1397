package dev.touchstone.web.account;

import dev.touchstone.web.account.Lockout.Pair;
import java.time.Duration;
import java.util.Optional;

/**
 * Tries of the second step. They count with those of the password, by name and address together, and once more by name alone:
 * only who knows the password comes here, so a stranger can stop nobody by it, and whoever knows it gains nothing by coming
 * from many addresses.
 */
record Tries(Lockout lockout) {
    private static final String ANYWHERE = "any address";

    /**
     * Begins a try, which counts as failed until {@link #succeeded} is said.
     *
     * @return how long to wait instead; empty when the try may go on
     */
    Optional<Duration> begin(String name, String address) {
        var everywhere = new Pair(name, ANYWHERE);
        return lockout.pause(everywhere)
                .or(() -> lockout.begin(new Pair(name, address)))
                .or(() -> lockout.begin(everywhere));
    }

    /** Forgets what failed before. */
    void succeeded(String name, String address) {
        lockout.succeeded(new Pair(name, ANYWHERE));
        lockout.succeeded(new Pair(name, address));
    }

    boolean isStopped(String name, String address) {
        return lockout.isStopped(new Pair(name, ANYWHERE)) || lockout.isStopped(new Pair(name, address));
    }
}
