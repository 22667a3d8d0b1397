package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.change.Change;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.archive.jobs.JobSettings;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Judged;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.browse.Comparison;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
    private static final JobSettings QUICK =
            new JobSettings(2, 2, 4, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(20));
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., terms: [cost]}
            """;
    private static final String PATH = "a/1.md";
    private static final String DRAFT = "We tell all.\nIt has its cost.\n";
    private static final String FINAL = "It has its cost.\nWe tell the pilots.\nNothing else.\n";

    @TempDir
    private Path temporary;

    private final TestingParts parts = new TestingParts();
    private HomeFolder folder;

    @BeforeEach
    void makeHome() throws IOException {
        folder = new HomeFolder(temporary.resolve("home"));
        Archive.make(folder, file("charter.yaml", CHARTER), parts);
    }

    @Test
    void other_bytes_at_a_path_are_another_version_and_the_earlier_ones_are_told() throws IOException {
        try (var archive = open()) {
            ingest(archive, PATH, DRAFT);
            ingest(archive, PATH, FINAL);
            var home = home(archive);

            assertThat(home.versions(PATH))
                    .extracting(DocumentVersion::number, DocumentVersion::sha256, DocumentVersion::shown)
                    .containsExactly(tuple(2, Sha256.of(FINAL), true), tuple(1, Sha256.of(DRAFT), false));
            assertThat(home.versions(PATH)).allMatch(version -> version.by().isEmpty());
            assertThat(known(home, DRAFT).text()).contains(DRAFT);
            assertThat(home.versions("a/none.md")).isEmpty();
            assertThat(home.version("a/none.md", Sha256.of(DRAFT))).isEmpty();
        }
    }

    @Test
    void what_changed_is_told_value_by_value() throws IOException {
        try (var archive = open()) {
            ingest(archive, PATH, DRAFT);
            ingest(archive, PATH, FINAL);

            var changes = changes(home(archive));

            assertThat(quotes(changes.getFirst())).containsExactly("- We tell all.", "+ We tell the pilots.");
            assertThat(quotes(changes.getLast())).containsExactly("= It has its cost.");
        }
    }

    @Test
    void bytes_that_come_back_are_the_version_they_were_and_the_comparison_turns_round() throws IOException {
        try (var archive = open()) {
            ingest(archive, PATH, DRAFT);
            ingest(archive, PATH, FINAL);
            ingest(archive, PATH, DRAFT);
            var home = home(archive);

            assertThat(home.versions(PATH)).extracting(DocumentVersion::shown).containsExactly(false, true);
            assertThat(Comparison.of(home, PATH, Optional.empty(), Optional.empty()))
                    .isEmpty();
            assertThat(Comparison.of(home, PATH, Optional.of(Sha256.of(FINAL)), Optional.of(Sha256.of(DRAFT))))
                    .isPresent();
        }
    }

    @Test
    void an_earlier_version_is_judged_by_the_charter_in_force_and_kept_nowhere() throws IOException {
        try (var archive = open()) {
            ingest(archive, PATH, DRAFT);
            ingest(archive, PATH, FINAL);
            var next = CHARTER.replace("version: 1", "version: 2").replace("terms: [cost]", "terms: [Nothing, all]");
            archive.rescore(Optional.of(file("charter-2.yaml", next)), Progress.NONE);
            var home = home(archive);
            var before = archive.ledger().commits();

            assertThat(quotes(changes(home).getLast())).containsExactly("- We tell all.", "+ Nothing else.");
            assertThat(home.audit().summary().decisions()).isEqualTo(1);
            assertThat(archive.ledger().commits()).isEqualTo(before);
        }
    }

    @Test
    void a_version_that_could_not_be_read_is_named_and_not_compared() throws IOException {
        try (var archive = open()) {
            ingest(archive, PATH, "UNREADABLE");
            ingest(archive, PATH, FINAL);
            var home = home(archive);

            assertThat(known(home, "UNREADABLE").entry().outcome()).isEqualTo(new Failed("it cannot be read"));
            var comparison = Comparison.of(home, PATH, Optional.empty(), Optional.empty())
                    .orElseThrow();
            assertThat(comparison.obstacles()).containsExactly("Version 1: it could not be read: it cannot be read");
            assertThat(comparison.changes(home.audit().charter())).isEmpty();
        }
    }

    @Test
    void what_is_deleted_has_no_versions_until_it_is_back() throws IOException {
        try (var archive = open()) {
            ingest(archive, PATH, DRAFT);
            ingest(archive, PATH, FINAL);
            var home = home(archive);
            home.delete(PATH, "sent by mistake");

            assertThat(home.versions(PATH)).isEmpty();
            assertThat(home.version(PATH, Sha256.of(DRAFT))).isEmpty();
        }
    }

    private static List<Change> changes(Home home) {
        return Comparison.of(home, PATH, Optional.empty(), Optional.empty())
                .orElseThrow()
                .changes(home.audit().charter());
    }

    private static List<String> quotes(Change change) {
        var quotes = new ArrayList<String>();
        change.gone().forEach(one -> quotes.add("- " + one.evidence().quote()));
        change.came().forEach(one -> quotes.add("+ " + one.evidence().quote()));
        change.stayed().forEach(one -> quotes.add("= " + one.after().evidence().quote()));
        return quotes;
    }

    private static Judged.Known known(Home home, String text) {
        return (Judged.Known) home.version(PATH, Sha256.of(text)).orElseThrow();
    }

    private static Home home(Archive archive) {
        return archive.seenBy(Viewer.local(""));
    }

    private Archive open() {
        return Archive.open(folder, parts, TestingEngine.engine(), QUICK, "test");
    }

    private void ingest(Archive archive, String path, String text) throws IOException {
        var sent = Files.writeString(Files.createTempFile(temporary, "sent", ""), text);
        archive.ingest(
                "records",
                new Sources(List.of(new Source(path, sent, List.of())), List.of(), List.of()),
                Progress.NONE);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }
}
