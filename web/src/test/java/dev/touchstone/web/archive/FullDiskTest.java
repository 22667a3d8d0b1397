package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Lacking;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home on a disk of its own, which only root can make. */
@Tag("full")
class FullDiskTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
            """;

    @TempDir
    private Path temporary;

    private final TestingParts parts = new TestingParts();
    private Path disk;
    private HomeFolder folder;

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(temporary.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=24m", "none", disk.toString());
        folder = new HomeFolder(disk.resolve("home"));
        Archive.make(folder, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), parts);
    }

    @AfterEach
    void unmount() {
        run("umount", "-l", disk.toString());
    }

    @Test
    void a_full_disk_refuses_uploads_and_goes_on_showing_and_takes_them_again_when_there_is_space() throws IOException {
        try (var archive = Archive.open(folder, parts, TestingEngine.engine())) {
            archive.ingest("records", sources("1.md", "We tell all.\n"), Progress.NONE);
            var home = archive.seenBy(Viewer.local(""));
            var ballast = fill();

            assertThatThrownBy(() -> home.submit("", List.of(upload())))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            full -> assertThat(full.reason()).isEqualTo(Unavailable.Reason.NO_SPACE));
            assertThat(home.audit().entries()).hasSize(1);
            assertThat(home.search(new SearchQuery("tell", Map.of(), Days.ANY, 0, 10))
                            .total())
                    .isZero();

            Files.delete(ballast);
            archive.ingest("records", sources("2.md", "We tell more.\n"), Progress.NONE);
            assertThat(home.audit().entries()).hasSize(2);
            assertThat(folder.originals().resolve("incoming")).isEmptyDirectory();
        }
    }

    @Test
    void a_home_on_a_read_only_disk_is_refused_with_one_line() {
        run("mount", "-o", "remount,ro", disk.toString());

        assertThatThrownBy(() -> Archive.open(folder, parts, TestingEngine.engine()))
                .isInstanceOf(Lacking.class)
                .hasMessageContaining("this home cannot be written to (Read-only file system); start as its owner");
    }

    /** Takes all that is left. */
    private Path fill() throws IOException {
        var ballast = disk.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            while (true) out.write(new byte[4096]);
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        return ballast;
    }

    private Home.Upload upload() throws IOException {
        var bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        return new Home.Upload("big.md", Files.write(temporary.resolve("big.md"), bytes));
    }

    private Sources sources(String path, String text) throws IOException {
        var file = Files.writeString(temporary.resolve(path), text);
        return new Sources(List.of(new Source(path, file, List.of())), List.of(), List.of());
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
