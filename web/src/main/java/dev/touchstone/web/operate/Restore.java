package dev.touchstone.web.operate;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.Condition;
import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.indexer.archive.ledger.AuditLog.Verdict;
import dev.touchstone.indexer.archive.ledger.Copying;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes a home of a backup, with the ledger in a file or on a server, whichever it came from. All of the backup is read and
 * compared with what it says of itself before there is a home; the search indexes are made anew at the next start.
 */
public final class Restore {
    private final Path backup;
    private final Parts parts;

    public Restore(Path backup, Parts parts) {
        this.backup = backup;
        this.parts = parts;
    }

    /**
     * Restores.
     *
     * @throws BadInput when this is no backup or a damaged one, or the folder or the database is not empty
     */
    public BackupForm into(Path home) {
        var form = form();
        try (var growing = GrowingFolder.begin(home)) {
            var restored = new HomeFolder(growing.path());
            var from = new HomeFolder(backup);
            carry(form, form.originals(), from.originals(), restored.originals());
            carry(form, form.derived(), from.derived(), restored.derived());
            restoreLedger(form, from.ledger(), restored.ledger());
            restored.mark(form.organisation());
            growing.commit();
        }
        return form;
    }

    private BackupForm form() {
        var file = backup.resolve(BackupForm.NAME);
        if (!Files.exists(file)) throw new BadInput(backup + ": this is no backup; it has no " + BackupForm.NAME);
        try {
            var form = Json.read(BackupForm.class, Files.readString(file), file.toString());
            if (form.version() > BackupForm.VERSION)
                throw new BadInput(backup + ": this backup was made by a newer touchstone; use that one");
            return form;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private void carry(BackupForm form, BackupForm.Kept kept, Path from, Path to) {
        var store = Originals.look(from, InstantSource.system());
        // The home and its backup must not be the same bytes: whatever happens to the one must not happen to the other.
        var carrying = new Carrying(store, to, false);
        for (var sha256 : store.all().toList())
            if (!(carrying.carry(sha256) instanceof Condition.Sound))
                throw damaged("the bytes of %s have changed".formatted(sha256));
        if (!carrying.end().equals(kept))
            throw damaged("%s holds other files than %s says%s"
                    .formatted(
                            from,
                            BackupForm.NAME,
                            form.lost().isEmpty() ? "" : " (beside those that were lost before)"));
    }

    private BadInput damaged(String fault) {
        return new BadInput(
                "%s: the backup is damaged: %s; nothing was restored, use another one".formatted(backup, fault));
    }

    private void restoreLedger(BackupForm form, Path from, Path to) {
        copy(from, to);
        if (!sha256(to).equals(form.ledger())) throw damaged("its ledger has changed");
        switch (parts.database(to)) {
            case Database.Embedded _ -> open(form, to);
            case Database.Server _ -> {
                try (var ledger = parts.ledger(to)) {
                    Copying.fromFile(to, ledger);
                    finish(form, ledger);
                }
                delete(to);
            }
        }
    }

    private void open(BackupForm form, Path file) {
        try (var ledger = parts.ledger(file)) {
            finish(form, ledger);
        }
    }

    private void finish(BackupForm form, Ledger ledger) {
        switch (ledger.read(transaction ->
                transaction.log().verify(Optional.of(form.auditHead().head())))) {
            case Verdict.Sound _ -> Copying.renewIndexes(ledger);
            case Verdict.Broken broken ->
                throw damaged("entry %d of its audit log: %s".formatted(broken.sequence(), broken.fault()));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
            try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot copy " + from, failed);
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static void delete(Path ledger) {
        try {
            Files.deleteIfExists(ledger.resolveSibling(ledger.getFileName() + ".seal"));
            Files.deleteIfExists(ledger);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot clear " + ledger, failed);
        }
    }
}
