package dev.touchstone.web.account;

import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Links, and steps of a way in, that work once and not for long. In memory: they end with the program, and a new one is soon made. */
final class Links {
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    Links(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** What a link is good for. */
    sealed interface Purpose {
        /** To make the first administrator. */
        record SetUp() implements Purpose {}

        /** To choose a password for this user. */
        record NewPassword(Id<User> user) implements Purpose {}

        /**
         * To show the second factor, after the password.
         *
         * @param user as they were when it was right
         * @param encoded the password with better parameters, when it was kept with weaker ones
         */
        record SecondStep(User user, Optional<String> encoded, String address) implements Purpose {}
    }

    private record Link(Purpose purpose, Instant expires) {}

    /** Makes a link; an earlier one for the same purpose ends. */
    Secret make(Purpose purpose, Duration lasting) {
        var now = clock.instant();
        links.values()
                .removeIf(link ->
                        link.purpose().equals(purpose) || !link.expires().isAfter(now));
        var secret = Secret.random(random);
        links.put(secret.sha256(), new Link(purpose, now.plus(lasting)));
        return secret;
    }

    /** What a link is good for; it stays as good. */
    Optional<Purpose> look(Secret secret) {
        return Optional.ofNullable(links.get(secret.sha256())).flatMap(this::good);
    }

    /** What a link was good for, said to one caller only. */
    Optional<Purpose> use(Secret secret) {
        return Optional.ofNullable(links.remove(secret.sha256())).flatMap(this::good);
    }

    private Optional<Purpose> good(Link link) {
        return link.expires().isAfter(clock.instant()) ? Optional.of(link.purpose()) : Optional.empty();
    }

    /** Ends what was made for a purpose. */
    void end(Purpose purpose) {
        links.values().removeIf(link -> link.purpose().equals(purpose));
    }
}
