package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.indexer.archive.jobs.JobSettings;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.testing.TestingClock;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {
    private static final JobSettings QUICK =
            new JobSettings(2, 2, 4, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(20));

    @TempDir
    private Path temporary;

    private final TestingParts parts = new TestingParts();
    private final TestingClock clock = new TestingClock();
    private final List<String> told = new ArrayList<>();
    private Path watched;
    private HomeFolder folder;
    private Archive archive;
    private WatchedFolder watch;

    @BeforeEach
    void open() throws IOException {
        folder = new HomeFolder(temporary.resolve("home"));
        watched = Files.createDirectories(temporary.resolve("adr"));
        var charter = Files.writeString(temporary.resolve("charter.yaml"), """
                organisation: Harbour Pilots
                version: 1
                values:
                  - {id: candour, name: Candour, statement: Say it., terms: [tell]}
                """);
        Archive.make(folder, charter, parts);
        start();
    }

    private void start() {
        archive = Archive.open(folder, parts, TestingEngine.engine(), QUICK, "test");
        watch = new WatchedFolder(archive, "records", watched, this::look, clock, told::add);
    }

    @AfterEach
    void close() {
        watch.close();
        archive.close();
    }

    /** As the command line does. */
    private Sources look() {
        var found = Sources.in(List.of(watched), Sources.Selection.ALL);
        if (found.sources().isEmpty()) throw new BadInput("adr: no documents here");
        return found;
    }

    @Test
    void a_file_is_taken_when_it_has_been_still_and_scored() throws IOException {
        write("1.md", "We tell");
        watch.round();
        clock.pass(WatchedFolder.STILL);
        write("1.md", "We tell all.\n");
        watch.round();
        assertThat(told).isEmpty();

        settle();

        assertThat(told).containsExactly("1.md: taken");
        assertThat(shown(1)).containsExactly("1.md");
        settle();
        assertThat(told).hasSize(1);
    }

    @Test
    void a_file_that_changed_is_another_version() throws IOException {
        write("1.md", "We tell all.\n");
        settle();
        write("1.md", "We tell nobody.\n");
        settle();

        assertThat(told).containsExactly("1.md: taken", "1.md: taken");
        assertThat(shown(1)).containsExactly("1.md");
        assertThat(home().versions("1.md")).hasSize(2);
    }

    @Test
    void a_file_that_is_gone_is_deleted_with_the_reason_and_comes_back_when_it_does() throws IOException {
        write("1.md", "We tell all.\n");
        write("2.md", "We tell some.\n");
        settle();
        shown(2);
        Files.delete(watched.resolve("1.md"));
        settle();

        assertThat(told.getLast()).isEqualTo("1.md: gone; 1.md is deleted, and can be restored for 30 days");
        assertThat(shown(1)).containsExactly("2.md");
        assertThat(because("1.md")).isEqualTo("the file 1.md is gone from " + watched.toRealPath());

        write("1.md", "We tell all.\n");
        settle();
        assertThat(told.getLast()).isEqualTo("1.md: is back");
        assertThat(shown(2)).containsExactly("1.md", "2.md");
    }

    @Test
    void what_an_editor_takes_away_and_puts_back_was_never_gone() throws IOException {
        write("1.md", "We tell all.\n");
        write("2.md", "We tell some.\n");
        settle();
        var text = Files.readString(watched.resolve("1.md"));
        Files.delete(watched.resolve("1.md"));
        watch.round();
        write("1.md", text);
        settle();

        assertThat(told).containsExactly("1.md: taken", "2.md: taken");
    }

    @Test
    void a_folder_that_is_missing_or_empty_takes_nothing_away() throws IOException {
        write("1.md", "We tell all.\n");
        settle();
        var elsewhere = temporary.resolve("unmounted");
        Files.move(watched, elsewhere);
        settle();
        assertThat(told.getLast()).isEqualTo(watched + ": no such file or folder; until then nothing is done");
        Files.createDirectory(watched);
        settle();
        assertThat(told.getLast()).isEqualTo("adr: no documents here; until then nothing is done");
        assertThat(told).hasSize(3);
        assertThat(shown(1)).containsExactly("1.md");

        Files.delete(watched);
        Files.move(elsewhere, watched);
        settle();
        assertThat(told).hasSize(3);
        assertThat(shown(1)).containsExactly("1.md");
    }

    @Test
    void what_happened_while_nobody_watched_is_found_at_the_next_start() throws IOException {
        write("1.md", "We tell all.\n");
        write("2.md", "We tell some.\n");
        settle();
        shown(2);
        close();
        Files.delete(watched.resolve("1.md"));
        write("3.md", "We tell more.\n");
        told.clear();
        start();
        settle();

        assertThat(told).containsExactly("3.md: taken", "1.md: gone; 1.md is deleted, and can be restored for 30 days");
        assertThat(shown(2)).containsExactly("2.md", "3.md");
    }

    @Test
    void a_file_that_was_moved_stays_the_document_that_it_was_until_it_changes() throws IOException {
        write("old.md", "We tell all.\n");
        write("2.md", "We tell some.\n");
        settle();
        Files.move(watched.resolve("old.md"), watched.resolve("new.md"));
        settle();
        assertThat(told.getLast()).isEqualTo("new.md: not taken: the same bytes as old.md");
        assertThat(shown(2)).containsExactly("2.md", "old.md");

        assertThat(home().audit().skipped()).containsExactly(new Skipped("new.md", "the same bytes as old.md"));

        write("new.md", "We tell it anew.\n");
        settle();
        assertThat(home().audit().skipped()).isEmpty();
        assertThat(shown(2)).containsExactly("2.md", "new.md");
    }

    @Test
    void what_somebody_else_sent_to_the_same_place_is_not_the_folders_to_delete() throws IOException {
        write("1.md", "We tell all.\n");
        write("2.md", "We tell some.\n");
        settle();
        var sent = Files.writeString(temporary.resolve("sent"), "We tell what we know.\n");
        home().submit("", List.of(new Home.Upload("1.md", sent, "1.md", "", List.of())));
        Files.delete(watched.resolve("1.md"));
        settle();

        assertThat(told).hasSize(2);
        assertThat(shown(2)).containsExactly("1.md", "2.md");
    }

    @Test
    void what_was_ingested_before_it_was_watched_is_known() throws IOException {
        write("1.md", "We tell all.\n");
        write("2.md", "We tell some.\n");
        archive.ingest("records", look(), Progress.NONE);
        settle();
        assertThat(told).isEmpty();
        Files.delete(watched.resolve("1.md"));
        settle();
        assertThat(shown(1)).containsExactly("2.md");
    }

    @Test
    void only_a_folder_can_be_watched() {
        assertThatThrownBy(() -> new WatchedFolder(
                        archive, "records", temporary.resolve("charter.yaml"), this::look, clock, told::add))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("charter.yaml: no such folder; give one to be watched");
    }

    /** Looks twice, with enough time in between. */
    private void settle() {
        watch.round();
        clock.pass(WatchedFolder.STILL);
        watch.round();
    }

    /** The documents of the audit, when there are so many and nothing is on its way. */
    private List<String> shown(int number) {
        for (var left = 200; left > 0; left--) {
            archive.beginWhenRead(archive.collection("records"));
            var entries = home().audit().entries();
            if (entries.size() == number && home().waiting().isEmpty())
                return entries.stream().map(Entry::path).toList();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("there are "
                + home().audit().entries().stream().map(Entry::path).toList());
    }

    private Home home() {
        return archive.seenBy(Viewer.local(""));
    }

    private String because(String path) {
        var collection = archive.collection("records");
        return archive.ledger()
                .read(transaction -> transaction.documents().at(collection.id(), path))
                .flatMap(document -> document.deletion())
                .orElseThrow()
                .because();
    }

    private int writes;

    /** Each writing has a time of its own, as on a disk with coarse clocks it might not. */
    private void write(String name, String text) throws IOException {
        var file = Files.writeString(watched.resolve(name), text);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(++writes)));
    }
}
