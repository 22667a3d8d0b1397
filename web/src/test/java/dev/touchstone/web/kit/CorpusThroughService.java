package dev.touchstone.web.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Whole collections through the API of the packaged service: four clients upload every document that the manifests list while
 * four others search and the service is killed and started again; in the end every document has its outcome, none is lost or
 * there twice, and after a rescore the references are those that {@code audit} finds in the folders.
 * <pre>
 * CorpusThroughService CORPUS CHARTER WORK KILLS [COLLECTION …]
 * </pre>
 * With a ledger on PostgreSQL (see the settings) two processes work beside the service, and one of them is killed too.
 */
final class CorpusThroughService {
    private static final int CLIENTS = 4;
    private static final int WORKERS = 2;
    private static final Set<String> ENDED = Set.of("audited", "partial", "failed");
    private static final int PORT = 7_399;

    private final Path corpus;
    private final Path charter;
    private final Path work;
    private final int kills;
    private final List<String> collections;
    private final Random random = new Random(20_261_130);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger searches = new AtomicInteger();
    private final Queue<Long> searchMillis = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private CorpusThroughService(Path corpus, Path charter, Path work, int kills, List<String> collections) {
        this.corpus = corpus;
        this.charter = charter;
        this.work = work;
        this.kills = kills;
        this.collections = collections;
    }

    private record Row(String collection, String path, Path file, Map<String, String> parts) {}

    public static void main(String[] arguments) throws Exception {
        var corpus = Path.of(arguments[0]);
        var names = arguments.length > 4 ? List.of(arguments).subList(4, arguments.length) : folders(corpus);
        new CorpusThroughService(
                        corpus, Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]), names)
                .run();
    }

    private static List<String> folders(Path corpus) throws IOException {
        try (var inside = Files.list(corpus)) {
            return inside.filter(folder -> Files.exists(folder.resolve("manifest.csv")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private Path home() {
        return work.resolve("home");
    }

    private void run() throws Exception {
        Files.createDirectories(work);
        touchstone("init", "--home", home().toString(), "--charter", charter.toString());
        var rows = new ConcurrentLinkedQueue<Row>();
        for (var collection : collections) rows.addAll(rows(collection));
        var total = rows.size();
        say("%d documents in %d collections, %d kills".formatted(total, collections.size(), kills));
        for (var collection : collections) touchstone("collection", "add", collection, "--home", home().toString());
        var begun = Instant.now();
        var workers = new ArrayList<Process>();
        for (var number = 1; withServer() && number <= WORKERS; number++)
            workers.add(start("worker-" + number, "--role", "worker"));
        var service = serve();
        try (ExecutorService clients = Executors.newFixedThreadPool(2 * CLIENTS)) {
            for (var client = 0; client < CLIENTS; client++) {
                var _ = clients.submit(() -> upload(rows));
                var _ = clients.submit(this::search);
            }
            for (var kill = 1; kill <= kills; kill++) {
                var target = kill * total / (kills + 1);
                while (acknowledged.size() < target && !rows.isEmpty()) sleep(200);
                sleep(random.nextInt(2_000));
                service.destroyForcibly().waitFor();
                say("killed after %d were acknowledged".formatted(acknowledged.size()));
                if (kill == 1 && withServer())
                    workers.getFirst().destroyForcibly().waitFor();
                service = serve();
            }
            var documents = ended();
            over.set(true);
            say("all at their end after %d s"
                    .formatted(Duration.between(begun, Instant.now()).toSeconds()));
            check(documents, total);
        }
        for (var one : workers) one.destroy();
        service.destroy();
        if (!service.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("the service does not end");
        touchstone("rescore", "--home", home().toString());
        compare();
        say("done; %d searches, p50 %d ms, p99 %d ms; surprises: %s"
                .formatted(searches.get(), percentile(50), percentile(99), surprises));
        if (!surprises.isEmpty()) System.exit(1);
    }

    private static boolean withServer() {
        return System.getenv("TOUCHSTONE_DATABASE_URL") != null;
    }

    private long percentile(int which) {
        var sorted = searchMillis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * which / 100));
    }

    private List<Row> rows(String collection) throws IOException {
        var folder = corpus.resolve(collection);
        var rows = new ArrayList<Row>();
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(folder.resolve("manifest.csv"), StandardCharsets.UTF_8, format)) {
            for (var record : parser) {
                var path = record.get("path");
                var parts = new TreeMap<String, String>();
                parts.put("collection", collection);
                parts.put("path", path);
                var number = 0;
                for (var column : List.of("title", "date", "team", "status", "authors"))
                    if (record.isSet(column) && !record.get(column).isBlank())
                        parts.put("field#" + number++, column + "=" + record.get(column));
                var sidecar = folder.resolve(path).resolveSibling("kep.yaml");
                if (Files.exists(sidecar) && path.endsWith("README.md"))
                    parts.put("sidecar", Files.readString(sidecar));
                rows.add(new Row(collection, path, folder.resolve(path), parts));
            }
        }
        return rows;
    }

    private Process serve() throws IOException {
        var process = start("service", "--port", Integer.toString(PORT));
        for (var left = 600; left > 0; left--) {
            try {
                if (new Witness(PORT).status("/health/live") == 200) return process;
            } catch (IOException | InterruptedException notYet) {
                sleep(200);
            }
        }
        throw new AssertionError("the service does not start; see " + work.resolve("service.log"));
    }

    private Process start(String log, String... more) throws IOException {
        var command = new ArrayList<>(List.of("./touchstone", "serve", "--home", home().toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve(log + ".log").toFile()))
                .start();
    }

    private String touchstone(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./touchstone"));
        command.addAll(List.of(arguments));
        var log = work.resolve("commands.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // 1: done, and some document could not be read.
        if (process.waitFor() > 1) throw new AssertionError(String.join(" ", command) + " failed; see " + log);
        return out;
    }

    private void upload(Queue<Row> rows) {
        for (var row = rows.poll(); row != null; row = rows.poll()) while (!sent(row)) sleep(500);
    }

    private boolean sent(Row row) {
        try {
            var name = row.path().substring(row.path().lastIndexOf('/') + 1);
            var answer = new Witness(PORT).submit(new Witness.File(name, Files.readAllBytes(row.file()), row.parts()));
            if (answer.statusCode() == 503) return false;
            if (answer.statusCode() != 202)
                surprises.add("%s: %d %s".formatted(row.path(), answer.statusCode(), answer.body()));
            acknowledged.put(row.collection() + ":" + row.path(), "");
            return true;
        } catch (IOException dead) {
            return false;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void search() {
        var words = List.of("cost", "security", "users", "upgrade", "alternative", "test", "because");
        for (var number = 0; !over.get(); number++) {
            try {
                var begun = System.nanoTime();
                var status = new Witness(PORT).status("/api/v1/search?q=" + words.get(number % words.size()));
                searchMillis.add((System.nanoTime() - begun) / 1_000_000);
                if (status != 200 && status != 503) surprises.add("search: " + status);
                searches.incrementAndGet();
                sleep(100);
            } catch (IOException dead) {
                sleep(200);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }

    private List<JsonNode> ended() throws Exception {
        var waiting = -1L;
        while (true) {
            var documents = new Witness(PORT).documents();
            var left = documents.stream()
                    .filter(one -> !ENDED.contains(one.path("outcome").asText()))
                    .count();
            if (left != waiting) say("%d documents, %d on their way".formatted(documents.size(), left));
            waiting = left;
            if (left == 0) return documents;
            sleep(5_000);
        }
    }

    private void check(List<JsonNode> documents, int total) {
        var own = documents.stream()
                .filter(one -> !one.path("path").asText().contains("!/"))
                .toList();
        var byHash = new HashSet<String>();
        for (var one : own) {
            var path = one.path("path").asText();
            if (!byHash.add(path.replaceFirst(":.*", "") + one.path("sha256").asText()))
                surprises.add("twice: " + path);
        }
        say("%d documents of %d rows; outcomes %s"
                .formatted(
                        own.size(),
                        total,
                        own.stream()
                                .collect(Collectors.groupingBy(
                                        one -> one.path("outcome").asText(), TreeMap::new, Collectors.counting()))));
        var there = own.stream().map(one -> one.path("path").asText()).collect(Collectors.toSet());
        for (var path : acknowledged.keySet()) if (!there.contains(path)) say("not under its own path: " + path);
    }

    /** References by the document's hash and collection: a collection holds equal bytes once. */
    private void compare() throws Exception {
        var service = serve();
        var kept = references(new Witness(PORT).get("/api/v1/audits/current"), "");
        service.destroy();
        for (var collection : collections) {
            var out = touchstone(
                    "audit", corpus.resolve(collection).toString(), "--charter", charter.toString(), "--json");
            var found = references(new ObjectMapper().readTree(out), collection + ":");
            var same = 0;
            for (var hash : found.keySet()) {
                var there = kept.get(hash);
                if (found.get(hash).equals(there)) same++;
                else
                    surprises.add(
                            "other references: %s (%s and %s)".formatted(hash, count(there), count(found.get(hash))));
            }
            say("%s: %d documents have the same references".formatted(collection, same));
        }
    }

    private static int count(@org.jspecify.annotations.Nullable Set<String> references) {
        return references == null ? -1 : references.size();
    }

    private static Map<String, Set<String>> references(JsonNode audit, String prefix) {
        var byHash = new HashMap<String, Set<String>>();
        for (var document : audit.path("documents")) collect(document, prefix, byHash);
        return byHash;
    }

    private static void collect(JsonNode document, String prefix, Map<String, Set<String>> byHash) {
        if (document.path("sha256").isNull()) return;
        var path = prefix + document.path("path").asText();
        var references = new TreeSet<String>();
        for (var reference : document.path("references")) references.add(reference.toString());
        byHash.put(path.replaceFirst(":.*", "") + " " + document.path("sha256").asText(), references);
        for (var part : document.path("parts")) collect(part, prefix, byHash);
    }

    private static void sleep(long milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
