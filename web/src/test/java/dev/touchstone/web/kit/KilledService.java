package dev.touchstone.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.ledger.AuditLog.Verdict;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.LogEntry;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.cli.ServingProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals R1, R2, R3, R5 and Z3: four clients upload while the service is killed at random moments. */
abstract class KilledService {
    private static final int CLIENTS = 4;
    private static final Set<String> ENDED = Set.of("audited", "partial", "failed");
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., terms: [cost]}
            """;

    @TempDir
    private Path temporary;

    private final AtomicInteger port = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    /** By the hash of its bytes, each file that was answered with 202. */
    private final Map<String, byte[]> acknowledged = new ConcurrentHashMap<>();

    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    /** How often the service is killed. */
    abstract int kills();

    /** Where the ledger is: options for the Java of the service. */
    abstract String[] ledger();

    /** The parts that a home is made with, before any service. */
    abstract Parts parts();

    /** What else happens while the service runs, before it is killed for the so-manieth time. */
    abstract void disturb(HomeFolder home, int kill) throws InterruptedException;

    @Test
    void nothing_acknowledged_is_lost_nothing_is_there_twice_and_all_of_it_comes_to_an_end() throws Exception {
        var home = new HomeFolder(temporary.resolve("home"));
        Archive.make(home, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), parts());
        var random = new Random(20_261_130);
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (var client = 0; client < CLIENTS; client++) {
                var number = client;
                var _ = clients.submit(() -> upload(number));
            }
            for (var kill = 0; kill < kills(); kill++) {
                try (var service = ServingProcess.start(home.path(), ledger())) {
                    port.set(service.port());
                    LockSupport.parkNanos(
                            Duration.ofMillis(100 + random.nextInt(1_900)).toNanos());
                    disturb(home, kill);
                    service.kill();
                }
            }
            enough.set(true);
        }
        assertThat(surprises).as(() -> "the service logged " + errors(home)).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThan(kills());
        try (var service = ServingProcess.start(home.path(), ledger())) {
            check(new Witness(service.port()));
        }
        checkLog(home);
    }

    /** Goal Z3: an act is in the audit log exactly when what it tells of is in the ledger. */
    private void checkLog(HomeFolder home) {
        try (var ledger = parts().ledger(home.ledger())) {
            ledger.act(Caller.PROGRAM, transaction -> {
                assertThat(transaction.log().verify(Optional.empty())).isInstanceOf(Verdict.Sound.class);
                var acts = transaction.log().after(0, Integer.MAX_VALUE);
                var documents = transaction
                        .documents()
                        .current(transaction.collections().all().getFirst().id(), "", Integer.MAX_VALUE);
                assertThat(told(acts, "document.added"))
                        .containsExactlyInAnyOrderElementsOf(documents.stream()
                                .map(version -> version.document().path())
                                .toList());
                assertThat(told(acts, "upload.received"))
                        .doesNotHaveDuplicates()
                        .allSatisfy(id -> assertThat(transaction.uploads().find(Id.of(id)))
                                .isPresent());
            });
        }
    }

    private static List<String> told(List<LogEntry> acts, String act) {
        return acts.stream()
                .filter(entry -> entry.act().equals(act))
                .map(LogEntry::subject)
                .toList();
    }

    private static List<String> errors(HomeFolder home) {
        try (var files = Files.list(home.log())) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> {
                        try {
                            return Files.readAllLines(file).stream();
                        } catch (IOException gone) {
                            throw new UncheckedIOException(gone);
                        }
                    })
                    .filter(line -> line.contains("\"ERROR\""))
                    .limit(3)
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void check(Witness witness) throws IOException, InterruptedException {
        var documents = ended(witness);
        var hashes = documents.stream().map(one -> one.path("sha256").asText()).toList();
        assertThat(hashes).doesNotHaveDuplicates().containsAll(acknowledged.keySet());
        for (var document : documents) {
            var sent = acknowledged.get(document.path("sha256").asText());
            if (sent != null)
                assertThat(witness.bytes("/api/v1/documents/%s/original"
                                .formatted(document.path("id").asText())))
                        .isEqualTo(sent);
        }
        assertThat(documents.stream().map(one -> one.path("outcome").asText()).collect(Collectors.toSet()))
                .containsExactly("audited");
        // Records, index and report say the same.
        assertThat(witness.get("/api/v1/search?q=").path("documents").asInt()).isEqualTo(documents.size());
        assertThat(witness.get("/api/v1/audits")
                        .path("audits")
                        .get(0)
                        .path("documents")
                        .asInt())
                .isEqualTo(documents.size());
        assertThat(witness.get("/api/v1/audits/current")
                        .path("summary")
                        .path("decisions")
                        .asInt())
                .isEqualTo(documents.size());
        assertThat(witness.get("/api/v1/audits/current")
                        .path("summary")
                        .path("values")
                        .get(0)
                        .path("references")
                        .asInt())
                .isEqualTo(documents.size());
    }

    private static List<JsonNode> ended(Witness witness) throws IOException, InterruptedException {
        for (var left = 2_400; left > 0; left--) {
            var documents = witness.documents();
            if (documents.stream()
                            .allMatch(one -> ENDED.contains(one.path("outcome").asText()))
                    && witness.get("/api/v1/search?q=").path("documents").asInt() == documents.size()) return documents;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("documents do not come to an end");
    }

    /** Sends one file after the other, each twice now and then, whatever happens to the service. */
    private void upload(int client) {
        var random = new Random(client);
        var file = next(client, 0, random);
        for (var number = 1; !enough.get(); ) {
            try {
                var answer = new Witness(port.get()).submit(file);
                if (answer.statusCode() == 202) {
                    acknowledged.put(Sha256.of(new String(file.bytes(), StandardCharsets.UTF_8)), file.bytes());
                    if (random.nextInt(4) > 0) file = next(client, number++, random);
                } else if (answer.statusCode() != 503) surprises.add(answer.statusCode() + " " + answer.body());
            } catch (IOException | IllegalArgumentException dead) {
                // Not answered: it may or may not be there. The same file is sent again.
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }

    private static Witness.File next(int client, int number, Random random) {
        var noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        var text = "We tell all, says client %d in file %d.\n%s\n"
                .formatted(client, number, HexFormat.of().formatHex(noise));
        return new Witness.File("c%d-%d.md".formatted(client, number), text.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
