package dev.touchstone.web.kit.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * Of goal L6: a service that is used all the time neither grows nor keeps what it has opened. What is sent are new versions of
 * the same ten documents, so that there are not more of them at the end.
 */
public final class Soak implements Part {
    private static final int LOOKS = 30;
    private static final int PATHS = 10;
    private static final Duration UPLOAD = Duration.ofSeconds(10);

    /** Connections and threads of pools come and go. */
    private static final int SLACK = 5;

    private record Look(double heap, int handles, int threads) {}

    @Override
    public List<Goal> measure(Size size, FilledHome home) throws Exception {
        var copy = home.copy("soaked");
        var token = FilledHome.token(copy, 0);
        try (var service = PackagedService.startReady(copy)) {
            var client = new Client(service.port(), token);
            Searches.warm(client);
            var times = new Times();
            var looks = looks(size.soak(), client, new Usage(service.handle()), times);
            IO.println("     answers: " + times);
            // A first fifth in which everything that is used for the first time is opened and compiled.
            var first = looks.subList(looks.size() / 5, 2 * looks.size() / 5);
            var last = looks.subList(looks.size() - first.size(), looks.size());
            var growth = 100 * (mean(last, Look::heap) / mean(first, Look::heap) - 1);
            return List.of(
                    Goal.atMost("L6", "soak: growth of the heap after GC", growth, 5, "%"),
                    Goal.noted("L6", "soak: heap at last", "%.0f MB".formatted(mean(last, Look::heap))),
                    Goal.atMost(
                            "L6",
                            "soak: more open files than at first",
                            mean(last, Look::handles) - mean(first, Look::handles),
                            SLACK,
                            ""),
                    Goal.atMost(
                            "L6",
                            "soak: more threads than at first",
                            mean(last, Look::threads) - mean(first, Look::threads),
                            SLACK,
                            ""),
                    Goal.atMost("L6", "soak: answers that failed", times.errors(), 0, ""));
        }
    }

    private static List<Look> looks(Duration soak, Client client, Usage usage, Times times)
            throws IOException, InterruptedException {
        var over = new AtomicBoolean();
        var looks = new ArrayList<Look>();
        try (var clients = Executors.newFixedThreadPool(3)) {
            var _ = clients.submit(() -> Searches.ask(client, times, over));
            var _ = clients.submit(() -> times.ask(
                    UPLOAD,
                    over,
                    turn -> client.submit("soak/%d.md".formatted(turn % PATHS), Records.text(1_000_000 + turn))));
            var _ = clients.submit(() -> times.ask(
                    Searches.EVERY, over, turn -> client.get(turn % 2 == 0 ? "/decisions" : "/references?page=2")));
            for (var number = 0; number < LOOKS; number++) {
                LockSupport.parkNanos(soak.toNanos() / LOOKS);
                var look = new Look(usage.heap(), usage.handles(), usage.threads());
                looks.add(look);
                IO.println("     heap %.1f MB, %d open files, %d threads"
                        .formatted(look.heap(), look.handles(), look.threads()));
            }
            over.set(true);
        }
        return looks;
    }

    private static double mean(List<Look> looks, ToDoubleFunction<Look> figure) {
        return looks.stream().mapToDouble(figure).average().orElseThrow();
    }
}
