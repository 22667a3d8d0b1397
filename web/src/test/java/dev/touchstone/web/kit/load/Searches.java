package dev.touchstone.web.kit.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What people look for, one after the other. */
final class Searches {
    static final Duration EVERY = Duration.ofMillis(500);

    private static final int WARM = 40;
    private static final List<String> QUERIES = List.of(
            "cost",
            "outage AND failover",
            "\"personal data\"",
            "publish anyone can read",
            "tide ledger",
            "why were berths closed",
            "rehears*",
            "cheaper budget NOT painted",
            "failover~1",
            "lamp store retention");

    private Searches() {}

    static void ask(Client client, Times times, AtomicBoolean over) {
        times.ask(EVERY, over, number -> client.search(QUERIES.get(number % QUERIES.size())));
    }

    /** Asks before anything is measured: the first questions load models and pages of the index. */
    static void warm(Client client) throws IOException, InterruptedException {
        for (var number = 0; number < WARM; number++) {
            var query = QUERIES.get(number % QUERIES.size());
            var answer = client.search(query);
            if (answer.statusCode() != 200)
                throw new IllegalStateException("'%s' is answered with %s".formatted(query, answer.body()));
        }
    }
}
