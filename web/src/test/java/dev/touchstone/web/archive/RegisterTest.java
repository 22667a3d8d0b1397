package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.archive.ledger.LogEntry;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.app.Waiver;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {
    @TempDir
    private Path temporary;

    private volatile Duration passed = Duration.ZERO;
    private final Instant start = Instant.now();
    private final InstantSource clock = () -> Instant.now().plus(passed);
    private Archive archive;
    private Home home;

    @BeforeEach
    void open() throws IOException {
        var parts = new TestingParts(clock);
        var folder = new HomeFolder(temporary.resolve("home"));
        var charter = Files.writeString(temporary.resolve("charter.yaml"), """
                organisation: Harbour Pilots
                version: 1
                values:
                  - {id: candour, name: Candour, statement: Say it., terms: [tell]}
                """);
        Archive.make(folder, charter, parts);
        archive = Archive.open(folder, parts, TestingEngine.engine());
        home = archive.seenBy(Viewer.local(""));
        var file = Files.writeString(temporary.resolve("1.md"), "We tell nobody.\n");
        archive.ingest(
                "records",
                new Sources(List.of(new Source("a/1.md", file, List.of())), List.of(), List.of()),
                Progress.NONE);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void what_was_allowed_is_in_the_register_until_its_last_day_is_over_and_changes_no_score() {
        var before = Json.text(AuditWriter.form(home.audit()));
        var today = LocalDate.ofInstant(start, ZoneOffset.UTC);
        home.allow(terms("late", today.plusDays(40)));
        home.allow(terms("soon", today.plusDays(20)));

        assertThat(told()).containsExactly(tuple("soon", false), tuple("late", false));
        passed = Duration.ofDays(22);
        assertThat(told()).containsExactly(tuple("late", false), tuple("soon", true));
        assertThat(Json.text(AuditWriter.form(home.audit()))).isEqualTo(before);
    }

    private List<Tuple> told() {
        return home.waivers().stream()
                .map(waiver -> tuple(waiver.terms().because(), waiver.expired()))
                .toList();
    }

    @Test
    void what_was_written_and_taken_back_is_in_the_audit_log() {
        var waiver = home.allow(terms("no other boat", LocalDate.of(2099, 1, 1)));
        assertThat(home.withdraw("0123456789abcdef", "a mistake")).isFalse();
        assertThat(home.withdraw("x", "a mistake")).isFalse();
        assertThat(home.withdraw(waiver.id(), "a mistake")).isTrue();
        assertThat(home.withdraw(waiver.id(), "a mistake")).isFalse();

        assertThat(home.waivers()).isEmpty();
        assertThat(log())
                .filteredOn(act -> act.startsWith("exception"))
                .containsExactly("exception.allowed a/1.md", "exception.withdrawn a/1.md");
    }

    private List<String> log() {
        return archive.ledger().read(transaction -> transaction.log().after(0, 1_000)).stream()
                .map((LogEntry entry) -> entry.act() + " " + entry.subject())
                .toList();
    }

    @Test
    void the_exceptions_of_a_deleted_document_are_out_of_sight_with_it() {
        home.allow(terms("no other boat", LocalDate.of(2099, 1, 1)));
        home.delete("a/1.md", "sent by mistake");
        assertThat(home.waivers()).isEmpty();
    }

    private static Waiver.Terms terms(String because, LocalDate until) {
        return new Waiver.Terms("a/1.md", "d1", "a/1.md", "candour", "the board", because, until);
    }
}
