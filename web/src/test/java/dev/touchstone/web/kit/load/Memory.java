package dev.touchstone.web.kit.load;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Of goal L6: the heap with all documents and models, and what an export of all references adds to it while it goes out. */
public final class Memory implements Part {
    private static final int ROWS = 50_000;

    @Override
    public List<Goal> measure(Size size, FilledHome home) throws Exception {
        var copy = home.copy("remembered");
        var token = FilledHome.token(copy, 0);
        try (var service = PackagedService.startReady(copy)) {
            var client = new Client(service.port(), token);
            Searches.warm(client);
            for (var page : List.of("/", "/decisions", "/references", "/files", "/search?q=cost")) client.get(page);
            var usage = new Usage(service.handle());
            var before = usage.heap();
            var exported = exported(client, usage);
            return List.of(
                    Goal.atMost(
                            "L6", "heap at %,d documents, after GC".formatted(size.documents()), before, 1_024, "MB"),
                    Goal.atMost("L6", "resident when idle: server and workers, PSS", usage.proportional(), 3_072, "MB"),
                    Goal.atMost("L6", "heap that an export adds half-way", exported.heap() - before, 50, "MB"),
                    size.documents() < 10_000
                            ? Goal.noted("L6", "rows of that export", Integer.toString(exported.rows()))
                            : Goal.atLeast("L6", "rows of that export", exported.rows(), ROWS, ""));
        }
    }

    /** What was seen of an export. */
    private record Exported(double heap, int rows) {}

    /** Reads a part, stops reading while the heap is looked at, and reads the rest: who reads slowly must not fill the heap. */
    private static Exported exported(Client client, Usage usage) throws IOException, InterruptedException {
        var size = 0L;
        try (var first = client.stream("/api/v1/references.csv")) {
            size = first.transferTo(OutputStream.nullOutputStream());
        }
        try (var export = client.stream("/api/v1/references.csv")) {
            var half = lines(export.readNBytes((int) (size / 2)));
            var heap = usage.heap();
            return new Exported(heap, half + lines(export.readAllBytes()) - 1);
        }
    }

    private static int lines(byte[] bytes) {
        var lines = 0;
        for (var one : bytes) if (one == '\n') lines++;
        return lines;
    }
}
