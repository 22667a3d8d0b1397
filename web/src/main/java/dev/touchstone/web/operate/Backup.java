package dev.touchstone.web.operate;

import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.Condition;
import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.indexer.archive.ledger.AuditLog.Head;
import dev.touchstone.indexer.archive.ledger.Copying;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.web.app.Durable;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * A home as it was at one moment, in a folder, whichever database its ledger is in. First the ledger is copied, then what that
 * copy refers to: bytes never change and are deleted late, so a service can go on beside it.
 * <pre>
 * backup.json    what there is to be, with hashes
 * ledger.db      the ledger
 * originals/     bytes as they were sent, by their hash
 * derived/       what was made of them
 * </pre>
 */
public final class Backup {
    /** How often it is begun again because documents were erased meanwhile, with their bytes. */
    private static final int TRIES = 3;

    private final HomeFolder folder;
    private final Parts parts;

    public Backup(HomeFolder folder, Parts parts) {
        this.folder = folder;
        this.parts = parts;
    }

    /**
     * Makes a backup.
     *
     * @throws dev.touchstone.auditor.BadInput when there is no home, or the folder is not empty
     */
    public BackupForm make(Path to) {
        folder.check();
        try (var ledger = parts.ledger(folder.ledger())) {
            for (var left = TRIES; left > 0; left--) {
                var made = attempt(ledger, to);
                if (made.isPresent()) return made.get();
            }
        }
        throw new Unavailable(Unavailable.Reason.BUSY, "documents are being erased; make the backup when that is done");
    }

    private Optional<BackupForm> attempt(Ledger ledger, Path to) {
        try (var growing = GrowingFolder.begin(to)) {
            var backup = new HomeFolder(growing.path());
            var tables = new TreeMap<String, BackupForm.Table>();
            Copying.toFile(ledger, backup.ledger())
                    .forEach((name, content) -> tables.put(name, BackupForm.Table.of(content)));
            var holding = holding(ledger, backup);
            var lost = new ArrayList<String>();
            var originals = carry(
                    ledger,
                    holding.originals(),
                    folder.originals(),
                    backup.originals(),
                    (transaction, sha256) -> transaction.documents().isReferred(sha256),
                    lost);
            var derived = carry(
                    ledger,
                    holding.derived(),
                    folder.derived(),
                    backup.derived(),
                    (transaction, sha256) -> transaction.artifacts().isReferred(sha256),
                    lost);
            if (originals.isEmpty() || derived.isEmpty()) return Optional.empty();
            var form = new BackupForm(
                    BackupForm.VERSION,
                    folder.organisation(),
                    ledger.clock().instant().toString(),
                    sha256(backup.ledger()),
                    tables,
                    originals.get(),
                    derived.get(),
                    BackupForm.LogHead.of(holding.head()),
                    List.copyOf(lost));
            Durable.write(growing.path().resolve(BackupForm.NAME), Json.text(form));
            growing.commit();
            return Optional.of(form);
        }
    }

    /** What the copy of the ledger refers to, and where its audit log ends. */
    private record Holding(List<String> originals, List<String> derived, Head head) {}

    private static Holding holding(Ledger ledger, HomeFolder backup) {
        return Copying.read(ledger, backup.ledger(), Backup::holding);
    }

    private static Holding holding(Transaction copy) {
        return new Holding(
                copy.holdings().originals().stream()
                        .map(original -> original.sha256())
                        .toList(),
                copy.holdings().derived().stream()
                        .map(derived -> derived.sha256())
                        .distinct()
                        .toList(),
                copy.log().head());
    }

    /** Empty when something was erased while it was to be carried. */
    private static Optional<BackupForm.Kept> carry(
            Ledger ledger,
            List<String> hashes,
            Path from,
            Path to,
            BiPredicate<Transaction, String> isReferred,
            List<String> lost) {
        var carrying = new Carrying(Originals.look(from, ledger.clock()), to, true);
        for (var sha256 : hashes) {
            if (carrying.carry(sha256) instanceof Condition.Sound) continue;
            if (!ledger.read(transaction -> isReferred.test(transaction, sha256))) return Optional.empty();
            lost.add(sha256);
        }
        return Optional.of(carrying.end());
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }
}
