package dev.touchstone.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.cli.CommandLines;
import dev.touchstone.web.cli.ServingProcess;
import dev.touchstone.web.cli.TestingTerminal;
import dev.touchstone.web.testing.LuceneParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal R7: a service that the machine gives too little, or nothing any more; only root can make it so. */
@Tag("full")
class StarvedServiceTest {
    private static final Set<String> ENDED = Set.of("audited", "partial", "failed");
    private static final int SMALL = 2_000;
    private static final int LARGE = 2_000_000;
    private static final int NOBODY = 65_534;
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
            """;

    @TempDir
    private Path temporary;

    private final List<Path> disks = new ArrayList<>();
    private final Random random = new Random(20_261_130);

    private HomeFolder home;

    @BeforeEach
    void makeHome() throws IOException {
        home = new HomeFolder(disk("disk", "48m").resolve("home"));
        Archive.make(home, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), new LuceneParts());
    }

    @AfterEach
    void unmount() {
        for (var disk : disks) run("umount", "-l", disk.toString());
    }

    @Test
    void a_full_home_refuses_uploads_and_is_searched_and_takes_them_again_without_a_restart() throws Exception {
        try (var service = ServingProcess.start(home.path())) {
            var witness = new Witness(service.port());
            assertThat(witness.submit(file("We tell all.", SMALL)).statusCode()).isEqualTo(202);
            ended(witness, 1);
            for (var number = 0; number < 5; number++)
                assertThat(witness.submit(file("We tell more of ship " + number, SMALL))
                                .statusCode())
                        .isEqualTo(202);
            // In the midst of the work that was just given to it.
            var ballast = fill(disks.getFirst());

            for (var size : List.of(SMALL, LARGE, SMALL))
                assertRefused(witness.submit(file("We tell too much.", size)));
            assertThat(witness.status("/api/v1/search?q=tell")).isEqualTo(200);
            assertThat(witness.status("/")).isEqualTo(200);
            assertThat(witness.status("/health/live")).isEqualTo(200);
            assertThat(witness.status("/health/ready")).isEqualTo(503);

            Files.delete(ballast);
            assertThat(witness.submit(file("We tell again.", SMALL)).statusCode())
                    .isEqualTo(202);
            assertThat(ended(witness, 7))
                    .extracting(one -> one.path("outcome").asText())
                    .containsOnly("audited");
            service.tellToEnd();
            assertThat(service.exitCode()).isZero();
        }
        assertSound();
    }

    @Test
    void a_full_folder_for_temporary_files_refuses_uploads_and_nothing_else() throws Exception {
        var other = disk("temporary", "16m");
        try (var service = ServingProcess.start(home.path(), "-Djava.io.tmpdir=" + other)) {
            var witness = new Witness(service.port());
            assertThat(witness.submit(file("We tell all.", LARGE)).statusCode()).isEqualTo(202);
            ended(witness, 1);
            var ballast = fill(other);

            for (var size : List.of(SMALL, LARGE)) assertRefused(witness.submit(file("We tell too much.", size)));
            assertThat(witness.status("/api/v1/search?q=tell")).isEqualTo(200);

            Files.delete(ballast);
            assertThat(leftIn(other)).isEmpty();
            assertThat(witness.submit(file("We tell again.", LARGE)).statusCode())
                    .isEqualTo(202);
            ended(witness, 2);
        }
        assertSound();
    }

    @Test
    void without_a_file_handle_everything_waits_and_it_passes_without_a_restart() throws Exception {
        try (var service = ServingProcess.start(home.path(), "-Dpacked=true")) {
            var witness = new Witness(service.port());
            assertThat(witness.submit(file("We tell all.", SMALL)).statusCode()).isEqualTo(202);
            ended(witness, 1);
            // First what all this needs of the program itself, which comes out of files too.
            assertThat(witness.status("/api/v1/search?q=tell")).isEqualTo(200);
            var ballast = fill(disks.getFirst());
            for (var size : List.of(SMALL, LARGE)) assertRefused(witness.submit(file("We tell too much.", size)));
            Files.delete(ballast);
            // Not one more than are open now; the connection to the witness is one of them.
            run("prlimit", "--pid", Long.toString(service.pid()), "--nofile=" + highestHandle(service.pid()) + ":");

            for (var size : List.of(SMALL, LARGE)) assertRefused(witness.submit(file("We tell too much.", size)));
            // The ledger may need a handle too.
            assertThat(witness.status("/api/v1/search?q=tell")).as(this::log).isIn(200, 503);

            run("prlimit", "--pid", Long.toString(service.pid()), "--nofile=4096:");
            assertThat(witness.submit(file("We tell again.", SMALL)).statusCode())
                    .isEqualTo(202);
            ended(witness, 2);
        }
        assertSound();
    }

    @Test
    void a_home_on_a_read_only_disk_is_refused_with_one_line() throws Exception {
        run("mount", "-o", "remount,ro", disks.getFirst().toString());

        assertEndsWithOneLine(serving(), "this home cannot be written to (Read-only file system)");
    }

    @Test
    void a_home_of_another_owner_is_refused_with_one_line() throws Exception {
        run("chown", "-R", NOBODY + ":" + NOBODY, home.path().toString());
        run("chmod", "-R", "go-rwx", home.path().toString());

        // Root may do everything, unless it has given this up.
        var command = serving("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all");
        assertEndsWithOneLine(command, "this folder cannot be looked into; start as its owner");
    }

    @Test
    void a_machine_that_allows_too_few_file_handles_is_told_what_to_raise() throws Exception {
        var launcher = Path.of("..", "touchstone").toAbsolutePath().normalize().toString();

        assertEndsWithOneLine(
                List.of(
                        "prlimit",
                        "--nofile=128",
                        launcher,
                        "serve",
                        "--home",
                        home.path().toString()),
                "only 128 files may be open at once here");
    }

    private List<String> serving(String... before) {
        var command = new ArrayList<>(List.of(before));
        command.addAll(ServingProcess.command(home.path(), "service"));
        return command;
    }

    private static void assertEndsWithOneLine(List<String> command, String words)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(3);
        assertThat(said.lines().filter(line -> line.startsWith("touchstone: "))).hasSize(1);
        assertThat(said).contains(words).doesNotContain("Exception", "\tat ");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(503, 507);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("Exception", "/tmp", "java.");
    }

    /** Nothing is lost, damaged or half there. */
    private void assertSound() {
        var terminal = new TestingTerminal(false);
        var code = CommandLines.run(
                terminal.terminal(),
                LuceneParts::new,
                "check",
                "--home",
                home.path().toString());
        assertThat(terminal.out()).isEqualTo("%s is sound\n".formatted(home.path()));
        assertThat(code).isZero();
    }

    private static List<JsonNode> ended(Witness witness, int documents) throws IOException, InterruptedException {
        for (var left = 600; left > 0; left--) {
            var all = witness.documents();
            if (all.size() == documents
                    && all.stream()
                            .allMatch(one -> ENDED.contains(one.path("outcome").asText()))
                    && witness.get("/api/v1/search?q=").path("documents").asInt() == documents) return all;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("documents do not come to an end: " + witness.documents());
    }

    private Witness.File file(String text, int size) {
        var noise = new byte[size / 3];
        random.nextBytes(noise);
        var bytes = (text + "\n" + HexFormat.ofDelimiter(" ").formatHex(noise) + "\n").getBytes(StandardCharsets.UTF_8);
        return new Witness.File("plan.md", bytes, Map.of());
    }

    private Path disk(String name, String size) throws IOException {
        var disk = Files.createDirectory(temporary.resolve(name));
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "none", disk.toString());
        disks.add(disk);
        return disk;
    }

    /** Takes all that is left. */
    private static Path fill(Path disk) throws IOException {
        var ballast = disk.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            while (true) out.write(new byte[4096]);
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        return ballast;
    }

    private String log() {
        try (var files = Files.list(home.log())) {
            var lines = new ArrayList<String>();
            for (var file : files.toList()) lines.addAll(Files.readAllLines(file));
            return String.join("\n", lines);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Files of uploads; other parts of the program keep things there while it runs. */
    private static List<Path> leftIn(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.filter(file -> file.toString().contains("upload")
                            || file.toString().contains("MultiPart"))
                    .toList();
        }
    }

    private static int highestHandle(long pid) throws IOException {
        try (var inside = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return 1
                    + inside.mapToInt(file -> Integer.parseInt(String.valueOf(file.getFileName())))
                            .max()
                            .orElseThrow();
        }
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new IllegalStateException("only root can do this: " + String.join(" ", command));
        } catch (IOException failed) {
            throw new IllegalStateException("cannot run " + String.join(" ", command), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stop);
        }
    }
}
