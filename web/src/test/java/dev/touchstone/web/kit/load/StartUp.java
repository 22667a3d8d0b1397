package dev.touchstone.web.kit.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Goal O7: how long people wait after a start, and for a document that they have sent. */
public final class StartUp implements Part {
    private static final int STARTS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Override
    public List<Goal> measure(Size size, FilledHome home) throws Exception {
        return List.of(
                Goal.atMost("O7", "empty home: start to first page, worst of " + STARTS, emptyStarts(home), 5, "s"),
                Goal.atMost("O7", "first document of an empty home: upload to found", firstFound(home), 10, "s"),
                Goal.atMost(
                        "O7",
                        "%,d documents: start to ready, worst of %d".formatted(size.documents(), STARTS),
                        filledStarts(home),
                        10,
                        "s"),
                Goal.atMost("O7", "one more document: upload to found", nextFound(home), 10, "s"));
    }

    private static double emptyStarts(FilledHome home) throws IOException, InterruptedException {
        var empty = home.empty("started-empty");
        var times = new ArrayList<Double>();
        for (var left = STARTS; left > 0; left--)
            try (var service = PackagedService.start(empty)) {
                times.add(seconds(service.untilStatus("/", 200)));
            }
        return worst(times);
    }

    private static double filledStarts(FilledHome home) throws IOException, InterruptedException {
        var copy = home.copy("started-filled");
        var times = new ArrayList<Double>();
        for (var left = STARTS; left > 0; left--)
            try (var service = PackagedService.start(copy)) {
                // Ready is for those who are let in.
                times.add(seconds(service.untilStatus("/health/ready", 200)));
            }
        return worst(times);
    }

    private static double firstFound(FilledHome home) throws IOException, InterruptedException {
        var empty = home.empty("first-document");
        try (var service = PackagedService.startReady(empty)) {
            return found(new Client(service.port(), ""));
        }
    }

    private static double nextFound(FilledHome home) throws IOException, InterruptedException {
        var copy = home.copy("next-document");
        var token = FilledHome.token(copy, 0);
        try (var service = PackagedService.startReady(copy)) {
            return found(new Client(service.port(), token));
        }
    }

    private static double found(Client client) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var answer =
                client.submit("new/xylophone.md", "# A new plan\n\nWe publish the xylophone, so that it is open.\n");
        if (answer.statusCode() != 202) throw new IllegalStateException("not taken: " + answer.body());
        while (System.nanoTime() - begun < LONGEST.toNanos()) {
            var page = client.search("xylophone");
            if (page.statusCode() == 200 && page.body().contains("new/xylophone.md"))
                return seconds(Duration.ofNanos(System.nanoTime() - begun));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new IllegalStateException("the document is never found");
    }

    private static double worst(List<Double> times) {
        IO.println("     %s s".formatted(times.stream().map("%.1f"::formatted).toList()));
        return times.stream().mapToDouble(time -> time).max().orElseThrow();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
