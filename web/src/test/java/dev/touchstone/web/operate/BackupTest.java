package dev.touchstone.web.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.indexer.archive.ledger.TestingPostgres;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.archive.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    private Path temporary;

    private final OperatedParts parts = OperatedParts.at(InstantSource.system());
    private OperatedHome home;

    @BeforeEach
    void fill() {
        home = OperatedHome.filled(place("home"), parts);
        try (var ledger = parts.ledger(home.folder().ledger())) {
            ledger.act(
                    Viewer.local("").caller(),
                    transaction -> transaction.users().add("ada", "Ada", Role.ADMIN, Optional.of("encoded")));
        }
    }

    @Test
    void a_restored_home_is_the_one_that_was_backed_up() {
        var made = new Backup(home.folder(), parts).make(place("backup"));

        var restored = restored(parts, "restored");

        assertThat(tables(new Backup(restored.folder(), parts).make(place("again"))))
                .isEqualTo(tables(made));
        assertThat(shown(restored)).isEqualTo(shown(home)).hasSize(6);
        assertThat(new Checking(restored.folder(), parts, Retention.USUAL).look())
                .isEmpty();
    }

    @Test
    void a_backup_that_is_made_while_documents_come_is_of_one_moment() {
        try (var archive = home.open()) {
            var coming = CompletableFuture.runAsync(() -> {
                for (var number = 0; number < 14; number++)
                    OperatedHome.ingest(archive, "records", "coming/" + number + ".md", "We tell " + number + ".\n");
            });
            while (archive.ledger()
                            .read(transaction -> transaction.holdings().originals())
                            .size()
                    < 9) Thread.onSpinWait();
            new Backup(home.folder(), parts).make(place("backup"));
            coming.join();
        }

        var restored = restored(parts, "restored");
        assertThat(shown(restored).size()).isBetween(9, 20);
        assertThat(new Checking(restored.folder(), parts, Retention.USUAL).look())
                .isEmpty();
    }

    @Test
    void nothing_is_written_over() throws IOException {
        Files.createDirectories(place("full"));
        Files.writeString(place("full").resolve("mine"), "x");
        new Backup(home.folder(), parts).make(place("backup"));

        assertThatThrownBy(() -> new Backup(home.folder(), parts).make(place("full")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("it is not empty (mine is in it)");
        assertThatThrownBy(() ->
                        new Restore(place("backup"), parts).into(home.folder().path()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("it is not empty");
        assertThatThrownBy(() -> new Restore(place("full"), parts).into(place("restored")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("this is no backup");
    }

    @Test
    void a_damaged_backup_is_not_restored() throws IOException {
        new Backup(home.folder(), parts).make(place("backup"));
        for (var name : List.of("originals", "derived", "ledger.db")) {
            var file = OperatedHome.files(place("backup").resolve(name)).getFirst();
            var bytes = Files.readAllBytes(file);
            // Another file: on this disk the backup shares its bytes with the home.
            Files.delete(file);
            var changed = bytes.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);

            assertThatThrownBy(() -> new Restore(place("backup"), parts).into(place("restored")))
                    .as(name)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("nothing was restored");
            assertThat(place("restored")).doesNotExist();
            Files.write(file, bytes);
        }
    }

    @Test
    void what_the_home_has_lost_is_named_and_the_rest_is_kept() throws IOException {
        Files.delete(OperatedHome.files(home.folder().originals()).getFirst());

        var made = new Backup(home.folder(), parts).make(place("backup"));

        assertThat(made.lost()).hasSize(1);
        assertThat(made.originals().files()).isEqualTo(5);
        assertThat(shown(restored(parts, "restored"))).hasSize(6);
    }

    @Test
    @Tag("full")
    void a_backup_goes_from_a_file_to_a_server_and_back() {
        var made = new Backup(home.folder(), parts).make(place("backup"));
        var onServer = OperatedParts.on(TestingPostgres.fresh());

        var restored = restored(onServer, "on-server");

        assertThat(restored.folder().ledger()).doesNotExist();
        assertThat(tables(new Backup(restored.folder(), onServer).make(place("again"))))
                .isEqualTo(tables(made));
        assertThat(shown(restored)).isEqualTo(shown(home));
        new Restore(place("again"), parts).into(place("back"));
        assertThat(shown(new OperatedHome(new HomeFolder(place("back")), parts)))
                .isEqualTo(shown(home));
        assertThatThrownBy(() -> new Restore(place("backup"), onServer).into(place("once-more")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the database holds a ledger already");
    }

    private Path place(String name) {
        return temporary.resolve(name);
    }

    private OperatedHome restored(OperatedParts into, String name) {
        new Restore(place("backup"), into).into(place(name));
        return new OperatedHome(new HomeFolder(place(name)), into);
    }

    private static List<Entry> shown(OperatedHome home) {
        try (var archive = home.open()) {
            OperatedHome.settle(archive);
            return archive.seenBy(Viewer.local("")).audit().entries();
        }
    }

    /** Without what a restore itself changes: the indexes are made anew. */
    private static Map<String, BackupForm.Table> tables(BackupForm form) {
        var tables = new TreeMap<>(form.tables());
        tables.remove("index_changes");
        return tables;
    }
}
