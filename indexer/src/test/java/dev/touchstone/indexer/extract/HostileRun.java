package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads a folder of hostile files, with a manifest of what each may end in, through the worker pool, and prints what came out
 * otherwise. Run by hand: arguments are the folder, the number of workers and, if any, a piece of the names to read.
 */
final class HostileRun {
    private static final Path CANARY = Path.of("/tmp/hostile-canary.txt");
    private static final Path ESCAPE = Path.of("/tmp/hostile-escape.txt");
    private static final String SECRET = "HOSTILE-CANARY-LEAKED-6b1f0c";

    private HostileRun() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var out = System.out;
        Files.writeString(CANARY, SECRET);
        var visits = new AtomicInteger();
        try (var port = new ServerSocket(18999, 50, InetAddress.getLoopbackAddress());
                var pool = new WorkerPool(WorkerSettings.usual(Files.createTempDirectory("hostile"))
                        .withWorkers(Integer.parseInt(arguments[1]))
                        .withDeadline(Duration.ofSeconds(20)));
                var readers = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]))) {
            Thread.ofPlatform().daemon().start(() -> listen(port, visits));
            var wrong = new AtomicInteger();
            var rows = rows(folder.resolve("manifest.csv"));
            var start = System.nanoTime();
            var tasks = new ArrayList<java.util.concurrent.Future<?>>();
            for (var row : rows) {
                if (arguments.length > 2 && !row.getFirst().contains(arguments[2])) continue;
                tasks.add(readers.submit(() -> {
                    var began = System.nanoTime();
                    var extraction =
                            pool.extract(new Source(row.getFirst(), folder.resolve(row.getFirst()), List.of()));
                    var outcome = outcome(extraction);
                    var allowed = row.get(2) + "|" + row.get(5);
                    var bad = !("|" + allowed + "|").contains("|" + outcome + "|")
                            || extraction.toString().contains(SECRET);
                    if (bad) wrong.incrementAndGet();
                    var seconds = (System.nanoTime() - began) / 1e9;
                    if (bad || seconds > 5 || arguments.length > 2)
                        out.printf(
                                "%s %s: %s, allowed %s, %.1f s, %s%n",
                                bad ? "WRONG" : "fine", row.getFirst(), outcome, allowed, seconds, shown(extraction));
                }));
            }
            for (var task : tasks) task.get();
            out.printf(
                    "%d files, %d wrong, %d visits to the canary port, escaped: %s, %.0f s%n",
                    tasks.size(), wrong.get(), visits.get(), Files.exists(ESCAPE), (System.nanoTime() - start) / 1e9);
        } finally {
            Files.deleteIfExists(CANARY);
        }
    }

    private static String outcome(Extraction extraction) {
        return switch (extraction) {
            case Extraction.Unreadable _ -> "rejects-with-error";
            case Extraction.Extracted extracted ->
                extracted.limits().isEmpty() || extracted.limits().equals(List.of(Extraction.NO_TEXT))
                        ? "extracts"
                        : "extracts-partially";
        };
    }

    private static String shown(Extraction extraction) {
        return switch (extraction) {
            case Extraction.Unreadable unreadable -> unreadable.reason();
            case Extraction.Extracted extracted ->
                extracted.mediaType() + " " + extracted.language() + " "
                        + extracted.content().text().length() + " characters, "
                        + extracted.parts().size() + " parts, " + extracted.limits();
        };
    }

    private static void listen(ServerSocket port, AtomicInteger visits) {
        while (true) {
            try (var _ = port.accept()) {
                visits.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** The first columns hold no commas but in quotes, which do not matter here. */
    private static List<List<String>> rows(Path manifest) throws IOException {
        return Files.readAllLines(manifest).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
