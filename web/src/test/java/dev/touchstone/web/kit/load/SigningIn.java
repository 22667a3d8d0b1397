package dev.touchstone.web.kit.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Goals A2 and A3: fifty who sign in at once do not keep the others from searching, and a refusal takes as long for everybody. */
public final class SigningIn implements Part {
    private static final int AT_ONCE = 50;
    private static final int TRIES = 200;
    private static final int WARM = 20;
    private static final String WRONG = "not the password of anybody";

    @Override
    public List<Goal> measure(Size size, FilledHome home) throws Exception {
        var copy = home.copy("signed-in");
        var token = FilledHome.token(copy, 0);
        try (var service = PackagedService.startReady(copy)) {
            var client = new Client(service.port(), token);
            Searches.warm(client);
            var searches = searchesBeside(size.load(), service, client);
            var refusals = refusals(new Client(service.port(), ""));
            return List.of(
                    Goal.atMost("A2", "search while 50 sign in, p99", searches.percentile(99), 500, "ms"),
                    Goal.atMost("A2", "searches that failed", searches.errors(), 0, ""),
                    refusals);
        }
    }

    private static Times searchesBeside(Duration load, PackagedService service, Client client) {
        var over = new AtomicBoolean();
        var searches = new Times();
        var entered = new Times();
        try (var clients = Executors.newFixedThreadPool(AT_ONCE + UploadsAndSearches.SEARCHERS)) {
            for (var number = 0; number < AT_ONCE; number++) {
                var name = FilledHome.person(number);
                var browser = new Client(service.port(), "");
                var _ = clients.submit(
                        () -> entered.ask(Duration.ZERO, over, _ -> browser.signIn(name, FilledHome.PASSWORD)));
            }
            for (var number = 0; number < UploadsAndSearches.SEARCHERS; number++) {
                var _ = clients.submit(() -> Searches.ask(client, searches, over));
            }
            LockSupport.parkNanos(load.toNanos());
            over.set(true);
        }
        IO.println("     sign-ins: " + entered);
        IO.println("     searches: " + searches);
        return searches;
    }

    /** One after the other, known and unknown in turn; each known name twice at most, after which one would have to wait. */
    private static Goal refusals(Client client) {
        var unknown = new Times();
        var known = new Times();
        for (var number = 0; number < WARM; number++) refuse(client, "nobody-" + number, new Times());
        for (var number = 0; number < TRIES; number++) {
            refuse(client, "stranger-" + number, unknown);
            refuse(client, FilledHome.person(number % FilledHome.PEOPLE), known);
        }
        IO.println("     refusals of unknown users: mean %.1f ms; of wrong passwords: mean %.1f ms"
                .formatted(unknown.mean(), known.mean()));
        if (unknown.answered() < TRIES || known.answered() < TRIES)
            throw new IllegalStateException("not every try was refused as wrong: " + unknown + "; " + known);
        var apart = 100 * Math.abs(unknown.mean() - known.mean()) / known.mean();
        return Goal.atMost("A3", "refusals: means of 200 tries, unknown from wrong", apart, 10, "%");
    }

    private static void refuse(Client client, String name, Times times) {
        times.refused(401, _ -> client.signIn(name, WRONG));
    }
}
