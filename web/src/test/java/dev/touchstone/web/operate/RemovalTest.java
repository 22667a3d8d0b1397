package dev.touchstone.web.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.indexer.archive.ledger.LogEntry;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.archive.Sweeper;
import dev.touchstone.web.archive.Sweeper.Swept;
import dev.touchstone.web.archive.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {
    @TempDir
    private Path temporary;

    private OperatedHome home;

    @BeforeEach
    void fill() {
        home = OperatedHome.filled(temporary.resolve("home"), OperatedParts.at(InstantSource.system()));
    }

    @Test
    void a_deleted_document_is_out_of_sight_until_it_is_restored() {
        try (var archive = home.open()) {
            var removal = new Removal(archive.ledger(), "records", Retention.USUAL);

            removal.delete("pilots/1.md", "names a patient");
            archive.rescore(Optional.empty(), Progress.NONE);
            assertThat(archive.seenBy(Viewer.local("")).audit().entries())
                    .extracting(Entry::path)
                    .doesNotContain("pilots/1.md")
                    .hasSize(5);

            removal.restore("pilots/1.md");
            archive.rescore(Optional.empty(), Progress.NONE);
            assertThat(archive.seenBy(Viewer.local("")).audit().entries())
                    .extracting(Entry::path)
                    .contains("pilots/1.md")
                    .hasSize(6);
        }
    }

    @Test
    void what_was_purged_leaves_its_hash_and_the_reason_and_its_bytes_go_after_the_grace() {
        try (var archive = home.open()) {
            new Removal(archive.ledger(), "records", Retention.USUAL).purge("pilots/1.md", "asked for");
            archive.rescore(Optional.empty(), Progress.NONE);

            assertThat(log(archive)).contains("document.erased");
            assertThat(archive.ledger().<Long>read(transaction ->
                            (long) transaction.holdings().originals().size()))
                    .isEqualTo(5);
            assertThat(OperatedHome.files(home.folder().originals())).hasSize(6);
        }

        assertThat(swept(Duration.ofHours(2))).isEqualTo(new Swept(0, 0, 0));
        // The original, what was read of it, its sentences and its result.
        assertThat(swept(Duration.ofHours(30)).bytes()).isGreaterThanOrEqualTo(4);
        assertThat(OperatedHome.files(home.folder().originals())).hasSize(5);
        try (var archive = home.open()) {
            OperatedHome.ingest(archive, "records", "pilots/1.md", "We tell all.\nWe tell more.\n");
            assertThat(archive.seenBy(Viewer.local("")).audit().skipped())
                    .anySatisfy(skipped -> assertThat(skipped.reason()).isEqualTo("erased before: asked for"));
        }
    }

    @Test
    void thirty_days_after_its_deletion_a_document_is_erased() {
        try (var ledger = home.parts().ledger(home.folder().ledger())) {
            new Removal(ledger, "board", Retention.USUAL).delete("1.md", "out of date");
        }

        assertThat(swept(Duration.ofDays(29)).documents()).isZero();
        assertThat(swept(Duration.ofDays(31)).documents()).isEqualTo(1);
        assertThat(OperatedHome.files(home.folder().originals())).hasSize(5);
    }

    @Test
    void what_a_broken_upload_left_is_gone_after_ten_minutes() throws IOException {
        var left = Files.writeString(home.folder().originals().resolve("incoming/broken.part"), "half");

        assertThat(swept(Duration.ofMinutes(9)).incoming()).isZero();
        assertThat(left).exists();
        assertThat(swept(Duration.ofMinutes(11)).incoming()).isEqualTo(1);
        assertThat(left).doesNotExist();
    }

    @Test
    void a_deletion_needs_a_document_and_a_reason() {
        try (var ledger = home.parts().ledger(home.folder().ledger())) {
            var removal = new Removal(ledger, "records", Retention.USUAL);
            assertThatThrownBy(() -> removal.delete("pilots/1.md", "  "))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("--because: give a reason");
            assertThatThrownBy(() -> removal.purge("nowhere.md", "asked for"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("there is no such document in the collection records");
            assertThatThrownBy(() -> removal.restore("pilots/1.md"))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("pilots/1.md: it is not deleted; nothing to restore");
        }
    }

    private static List<String> log(Archive archive) {
        return archive.ledger().read(transaction -> transaction.log().after(0, 1000)).stream()
                .map(LogEntry::act)
                .toList();
    }

    /** What is swept a while from now. */
    private Swept swept(Duration on) {
        var later = OperatedParts.at(InstantSource.offset(InstantSource.system(), on));
        try (var ledger = later.ledger(home.folder().ledger())) {
            return new Sweeper(
                            ledger,
                            Originals.look(home.folder().originals(), later.clock()),
                            Originals.look(home.folder().derived(), later.clock()),
                            Retention.USUAL)
                    .sweep();
        }
    }
}
