package dev.touchstone.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.cli.ServingProcess;
import dev.touchstone.web.testing.TestingParts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goals B1 to B7, B12, R4 and O8 through the API: files that crash, hang, swell and lie, each with an outcome, while the service
 * answers. Over our own set always, and over the folder of hostile files that the property {@code hostile} names.
 */
@Tag("full")
class HostileServiceTest {
    private static final Path SHARED = Path.of(System.getProperty("hostile", "no-folder-given"));
    private static final int SECONDS = 20;
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
            """;
    private static final String MOCK = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><mock>%s</mock>";

    @TempDir
    private Path temporary;

    private final AtomicBoolean over = new AtomicBoolean();
    /** How long the service took to say that it lives, each time that it was asked. */
    private final Queue<Duration> answered = new ConcurrentLinkedQueue<>();

    private HomeFolder home;

    @BeforeEach
    void makeHome() throws IOException {
        home = new HomeFolder(temporary.resolve("home"));
        Archive.make(home, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), new TestingParts());
    }

    /** A file and how it may end. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    private record Hostile(String name, byte[] bytes, Set<String> allowed) {}

    @Test
    void every_file_of_our_own_set_ends_as_it_must_and_the_next_good_one_is_read() throws Exception {
        var files = new ArrayList<Hostile>();
        files.add(failing("exit.xml", MOCK.formatted("<system_exit/>")));
        files.add(good("after-exit.md"));
        files.add(failing("hang.xml", MOCK.formatted("<hang millis=\"60000\" heavy=\"true\" pulse_millis=\"100\" />")));
        files.add(good("after-hang.md"));
        files.add(failing("null.xml", MOCK.formatted("<throw class=\"java.lang.NullPointerException\">x</throw>")));
        files.add(good("after-null.md"));
        files.add(new Hostile("empty.md", new byte[0], Set.of("failed")));
        files.add(new Hostile(
                "swelling.zip", zip("big.txt", "We tell. ".repeat(1_500_000)), Set.of("partial", "failed")));
        files.add(new Hostile(
                "escaping.zip", zip("../../escape.md", "We tell."), Set.of("audited", "partial", "failed")));
        files.add(new Hostile(
                "entity.html", """
                <!DOCTYPE x [<!ENTITY canary SYSTEM "file:///etc/passwd">]><html><body><p>We tell &canary;</p></body></html>
                """.getBytes(StandardCharsets.UTF_8), Set.of("audited", "partial", "failed")));
        files.add(new Hostile(
                "wrong.pdf",
                "We tell all.\n".getBytes(StandardCharsets.UTF_8),
                Set.of("audited", "partial", "failed")));
        files.add(new Hostile(
                "long-line.txt", "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), Set.of("audited", "partial")));
        files.add(good("last.md"));

        var outcomes = outcomes(files);

        assertThat(outcomes).hasSameSizeAs(files);
        for (var file : files)
            assertThat(outcomes.get(file.name())).as(file.name()).isIn(file.allowed());
    }

    @Test
    void every_file_of_a_hostile_folder_ends_as_its_manifest_allows() throws Exception {
        if (!Files.exists(SHARED)) {
            System.out.println("no folder of hostile files was named with -Dhostile: nothing of one was sent");
            return;
        }
        var files = new ArrayList<Hostile>();
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(SHARED.resolve("manifest.csv"), StandardCharsets.UTF_8, format)) {
            for (var record : parser) {
                var allowed = new ArrayList<>(List.of(record.get("expected")));
                allowed.addAll(Arrays.asList(record.get("also_ok").split("\\|", -1)));
                var bytes = Files.readAllBytes(SHARED.resolve(record.get("file")));
                files.add(new Hostile(
                        record.get("file"),
                        bytes,
                        Set.copyOf(allowed.stream()
                                .map(HostileServiceTest::outcome)
                                .toList())));
            }
        }

        var outcomes = outcomes(files);

        assertThat(files)
                .filteredOn(file -> !file.allowed().contains(outcomes.get(file.name())))
                .as(outcomes.toString())
                .extracting(Hostile::name)
                .isEmpty();
    }

    private static String outcome(String expected) {
        return switch (expected) {
            case "extracts" -> "audited";
            case "extracts-partially" -> "partial";
            default -> "failed";
        };
    }

    /** Sends all files one after the other and waits for the end of each, while somebody asks for the service's health. */
    private Map<String, String> outcomes(List<Hostile> files) throws Exception {
        try (var service = ServingProcess.start(
                home.path(), "-Xmx1g", "-Dextraction=" + SECONDS, "-Djava.io.tmpdir=" + temporary)) {
            var witness = new Witness(service.port());
            var health = Thread.ofPlatform().daemon().start(() -> watch(service.port()));
            var jobs = new LinkedHashMap<String, String>();
            for (var file : files) {
                var name = file.name().substring(file.name().lastIndexOf('/') + 1);
                var answer = witness.submit(new Witness.File(name, file.bytes(), Map.of()));
                assertThat(answer.statusCode())
                        .as(file.name() + " " + answer.body())
                        .isEqualTo(202);
                jobs.put(
                        file.name(),
                        new ObjectMapper().readTree(answer.body()).path("id").asText());
            }
            var outcomes = new LinkedHashMap<String, String>();
            for (var job : jobs.entrySet()) outcomes.put(job.getKey(), ended(witness, job.getValue()));
            over.set(true);
            health.join();
            // Whoever waits for a hostile file waits as long as its deadline; a machine that is busy makes single
            // answers late.
            var sorted = answered.stream().sorted().toList();
            assertThat(sorted).as("the service answers throughout").isNotEmpty();
            assertThat(sorted.get(sorted.size() / 2)).isLessThan(Duration.ofSeconds(1));
            for (var document : witness.documents()) {
                var text = witness.get(
                                "/api/v1/documents/" + document.path("id").asText())
                        .toString();
                assertThat(text).doesNotContain(home.path().toString());
            }
            return outcomes;
        }
    }

    private static String ended(Witness witness, String job) throws IOException, InterruptedException {
        for (var left = 9_000; left > 0; left--) {
            var now = witness.get("/api/v1/jobs/" + job);
            if (now.path("finished").asBoolean())
                return outcome(witness, now.path("items").get(0));
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("no end of job " + job);
    }

    private static String outcome(Witness witness, JsonNode item) throws IOException, InterruptedException {
        assertThat(item.path("message").asText()).doesNotContain("Exception", "\tat ", "org.apache");
        if (item.path("state").asText().equals("failed")) {
            assertThat(item.path("message").asText()).isNotBlank();
            return "failed";
        }
        var document = witness.get("/api/v1/documents/" + item.path("document").asText());
        // What is read whole and is in no language that is scored has been read whole.
        return document.path("reason").asText().startsWith("not scored")
                ? "audited"
                : document.path("outcome").asText();
    }

    private void watch(int port) {
        while (!over.get()) {
            var begun = System.nanoTime();
            try {
                assertThat(new Witness(port).status("/health/live")).isEqualTo(200);
            } catch (IOException | InterruptedException gone) {
                answered.clear();
                return;
            }
            answered.add(Duration.ofNanos(System.nanoTime() - begun));
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static Hostile failing(String name, String text) {
        return new Hostile(name, text.getBytes(StandardCharsets.UTF_8), Set.of("failed"));
    }

    private static Hostile good(String name) {
        return new Hostile(
                name, ("We tell all, says " + name + ".\n").getBytes(StandardCharsets.UTF_8), Set.of("audited"));
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
