package dev.touchstone.web.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.indexer.archive.ledger.Holdings.Use;
import dev.touchstone.web.app.Scratch;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.operate.Finding.Place;
import dev.touchstone.web.operate.Finding.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckingTest {
    /** Two days on, so that whatever nobody refers to has been there long enough. */
    private static final InstantSource LATER = InstantSource.offset(InstantSource.system(), Duration.ofDays(2));

    private static final List<Place> PLACES = List.of(Place.LEDGER, Place.ORIGINALS, Place.DERIVED, Place.INDEX);

    @TempDir
    private Path temporary;

    private OperatedHome home;

    @BeforeEach
    void fill() {
        home = OperatedHome.filled(temporary.resolve("home"), OperatedParts.at(InstantSource.system()));
    }

    @Test
    void a_sound_home_has_no_findings_at_rest_and_at_work() {
        assertThat(look(home)).isEmpty();
        try (var archive = home.open()) {
            OperatedHome.ingest(archive, "records", "pilots/5.md", "We tell again.\n");
            assertThat(look(home)).isEmpty();
        }
    }

    @Test
    void a_flipped_byte_is_a_fault_wherever_it_is() throws IOException {
        for (var place : PLACES)
            try (var copy = copied(place.name())) {
                flip(pick(copy.home(), place, new Random(1)), new Random(2));
                assertFound(copy.home(), place, Weight.FAULT);
            }
    }

    @Test
    void a_missing_file_is_a_fault_wherever_it_is() throws IOException {
        for (var place : PLACES)
            try (var copy = copied(place.name())) {
                Files.delete(pick(copy.home(), place, new Random(1)));
                assertFound(copy.home(), place, Weight.FAULT);
            }
    }

    @Test
    void a_file_that_nobody_refers_to_is_a_note_until_it_is_repaired() throws IOException {
        for (var place : List.of(Place.ORIGINALS, Place.DERIVED, Place.INDEX))
            try (var copy = copied(place.name())) {
                add(copy.home(), place, new Random(1));
                assertFound(copy.home(), place, Weight.NOTE);
                new Checking(copy.home().folder(), OperatedParts.at(LATER), Retention.USUAL).repair();
                assertThat(look(copy.home())).isEmpty();
            }
    }

    @Test
    void what_was_made_of_documents_is_made_again_after_a_repair() throws IOException {
        var entries = entries();
        try (var ledger = home.parts().ledger(home.folder().ledger())) {
            for (var derived : ledger.read(transaction -> transaction.holdings().derived()))
                if (!(derived.use() instanceof Use.OfRun)) Files.deleteIfExists(file(derived.sha256()));
        }
        for (var file : OperatedHome.files(home.folder().index())) flip(file, new Random(3));
        // Of each document that could be read: what was read of it, its sentences and its result; and what is
        // remembered of all
        // of them, which is nothing here, and so the same bytes.
        assertThat(look(home))
                .filteredOn(finding -> finding.place() == Place.DERIVED)
                .hasSize(16);

        new Checking(home.folder(), home.parts(), Retention.USUAL).repair();
        try (var archive = home.open()) {
            OperatedHome.settle(archive);
        }

        assertThat(look(home)).isEmpty();
        assertThat(entries()).isEqualTo(entries);
    }

    private Path file(String sha256) {
        return home.folder().derived().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private List<Entry> entries() {
        try (var archive = home.open()) {
            return archive.seenBy(Viewer.local("")).audit().entries();
        }
    }

    @Test
    void an_edit_of_the_ledger_behind_the_programs_back_is_told_by_the_audit_log() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + home.folder().ledger());
                var statement = connection.createStatement()) {
            statement.execute("drop trigger audit_log_no_update");
            statement.execute("update audit_log set actor = 'nobody' where sequence = 3");
        }

        assertThat(look(home)).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo(Place.AUDIT_LOG);
            assertThat(finding.thing()).isEqualTo("audit log, entry 3");
        });
    }

    @Test
    void only_repairing_needs_the_home_for_itself() {
        try (var archive = home.open()) {
            assertThat(archive.seenBy(Viewer.local("")).audit().entries()).hasSize(6);
            var checking = new Checking(home.folder(), home.parts(), Retention.USUAL);
            assertThat(checking.look()).isEmpty();
            assertThatThrownBy(checking::repair).isInstanceOf(BadInput.class).hasMessageContaining("stop it first");
        }
    }

    @Test
    @Tag("full")
    void a_hundred_of_a_hundred_faults_are_found() throws IOException {
        var random = new Random(20260501);
        var missed = new ArrayList<String>();
        for (var number = 0; number < 100; number++)
            try (var copy = copied("fault-" + number)) {
                var place = PLACES.get(number % PLACES.size());
                var kind = random.nextInt(place == Place.LEDGER ? 5 : 6);
                var weight = kind == 5 ? Weight.NOTE : Weight.FAULT;
                var file = pick(copy.home(), place, random);
                if (kind == 5) file = add(copy.home(), place, random);
                else if (kind == 4) Files.delete(file);
                else flip(file, random);
                if (look(copy.home()).stream()
                        .noneMatch(finding -> finding.place() == place && finding.weight() == weight))
                    missed.add("%d: %s, %s of %s".formatted(number, weight, kind, file));
            }

        assertThat(missed).isEmpty();
    }

    /** A copy that is gone when it is closed. */
    private record Copy(OperatedHome home, Scratch scratch) implements AutoCloseable {
        @Override
        public void close() {
            scratch.close();
        }
    }

    private Copy copied(String name) throws IOException {
        var scratch = new Scratch(Files.createDirectory(temporary.resolve(name)));
        return new Copy(home.copy(scratch.folder().resolve("home"), OperatedParts.at(LATER)), scratch);
    }

    private static List<Finding> look(OperatedHome home) {
        return new Checking(home.folder(), OperatedParts.at(LATER), Retention.USUAL).look();
    }

    private static void assertFound(OperatedHome home, Place place, Weight weight) {
        assertThat(look(home)).as(place.name()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.place()).isEqualTo(place);
            assertThat(finding.weight()).isEqualTo(weight);
            assertThat(finding.line()).doesNotContain("\n");
        });
    }

    private static Path below(OperatedHome home, Place place) {
        return switch (place) {
            case LEDGER, AUDIT_LOG -> home.folder().ledger();
            case ORIGINALS -> home.folder().originals();
            case DERIVED -> home.folder().derived();
            case INDEX -> home.folder().index();
        };
    }

    private static Path pick(OperatedHome home, Place place, Random random) {
        var files = OperatedHome.files(below(home, place));
        return files.get(random.nextInt(files.size()));
    }

    private static Path add(OperatedHome home, Place place, Random random) throws IOException {
        var beside = pick(home, place, random);
        return Files.writeString(beside.resolveSibling("%064x".formatted(random.nextLong(1, Long.MAX_VALUE))), "extra");
    }

    /** As a disk does it: the time of the file stays. */
    private static void flip(Path file, Random random) throws IOException {
        var time = Files.getLastModifiedTime(file);
        var bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }
}
