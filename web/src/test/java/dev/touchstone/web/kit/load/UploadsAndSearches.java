package dev.touchstone.web.kit.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Goal L1, and of L6 the memory under this load: eight send a file of 200 kB every second each, four search twice a second
 * each. The queue fills soon; from then on most of what is sent is refused with 503, which is as it should be.
 */
public final class UploadsAndSearches implements Part {
    static final int UPLOADERS = 8;
    static final int SEARCHERS = 4;

    private static final int BYTES = 200_000;
    private static final Duration UPLOAD = Duration.ofSeconds(1);

    @Override
    public List<Goal> measure(Size size, FilledHome home) throws Exception {
        var copy = home.copy("loaded");
        var tokens = new ArrayList<String>();
        for (var person = 0; person < UPLOADERS; person++) tokens.add(FilledHome.token(copy, person));
        try (var service = PackagedService.startReady(copy)) {
            Searches.warm(new Client(service.port(), tokens.getFirst()));
            return load(size, service, tokens);
        } finally {
            forget(copy);
        }
    }

    private static void forget(Path copy) throws IOException, InterruptedException {
        FilledHome.delete(copy);
    }

    private static List<Goal> load(Size size, PackagedService service, List<String> tokens)
            throws InterruptedException {
        var over = new AtomicBoolean();
        var uploads = new Times();
        var searches = new Times();
        var memory = new Peak(new Usage(service.handle()));
        try (var clients = Executors.newFixedThreadPool(UPLOADERS + SEARCHERS)) {
            for (var number = 0; number < UPLOADERS; number++) {
                var uploader = number;
                var client = new Client(service.port(), tokens.get(uploader));
                var _ = clients.submit(() -> uploads.ask(UPLOAD, over, turn -> upload(client, uploader, turn)));
            }
            for (var number = 0; number < SEARCHERS; number++) {
                var client = new Client(service.port(), tokens.get(number));
                var _ = clients.submit(() -> Searches.ask(client, searches, over));
            }
            var end = System.nanoTime() + size.load().toNanos();
            while (System.nanoTime() < end) {
                memory.look();
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
            over.set(true);
        }
        IO.println("     uploads:  " + uploads);
        IO.println("     searches: " + searches);
        return List.of(
                Goal.atMost("L1", "search under load, p99", searches.percentile(99), 300, "ms"),
                Goal.atMost("L1", "answer to an upload under load, p99", uploads.percentile(99), 1_000, "ms"),
                Goal.atMost("L1", "answers other than 2xx, 429 and 503", searches.errors() + uploads.errors(), 0, ""),
                Goal.noted("L1", "uploads that were taken", Long.toString(uploads.answered())),
                Goal.atMost("L6", "resident under load: server and workers, PSS", memory.proportional(), 3_072, "MB"),
                Goal.noted("L6", "the same as RSS, what they share twice", "%.0f MB".formatted(memory.resident())));
    }

    private static HttpResponse<?> upload(Client client, int uploader, int turn)
            throws IOException, InterruptedException {
        return client.submit(
                "load/%d/%d.md".formatted(uploader, turn), Records.text(uploader * 1_000_000 + turn, BYTES));
    }
}
