package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.document.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What an embedded ledger's file was like when the last one that had it open closed it: SQLite keeps no sums over its pages,
 * and a byte that the disk has changed inside a text is a sound page to it. A seal speaks only as long as nobody has written
 * since, which the time of the file tells; bytes that rot do not change that time.
 * <pre>
 * ledger.db.seal      size, time of the last change, SHA-256
 * </pre>
 */
public record Seal(long size, Instant changed, String sha256) {
    /** Seals a ledger, unless somebody has it open or this is its seal already. Without a seal less is found, not wrong. */
    static void set(Path ledger) {
        try {
            if (!Files.exists(ledger) || Files.exists(log(ledger))) return;
            var before = of(ledger, "");
            if (read(ledger).filter(seal -> seal.isOf(before)).isPresent()) return;
            var sealed = of(ledger, Sha256.of(ledger));
            if (!sealed.isOf(before) || Files.exists(log(ledger))) return;
            var beside = ledger.resolveSibling(ledger.getFileName() + ".seal.part");
            Files.writeString(beside, "%d %s %s\n".formatted(sealed.size(), sealed.changed(), sealed.sha256()));
            Files.move(beside, file(ledger), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            // The disk is full or read-only: closing a ledger must not fail because of this.
            return;
        }
    }

    /**
     * What is wrong with a ledger's file by its seal; empty when nothing is, or when somebody has written to it since and only
     * the database itself can tell.
     */
    public static Optional<String> fault(Path ledger) {
        try {
            if (Files.exists(log(ledger))) return Optional.empty();
            var now = of(ledger, "");
            var seal = read(ledger).filter(known -> known.isOf(now));
            return seal.isPresent() && !seal.get().sha256().equals(Sha256.of(ledger))
                    ? Optional.of("its bytes have changed since it was closed")
                    : Optional.empty();
        } catch (NoSuchFileException missing) {
            return Optional.of("it is missing");
        } catch (IOException unreadable) {
            return Optional.of("it cannot be read: " + unreadable.getMessage());
        }
    }

    private boolean isOf(Seal other) {
        return size == other.size && changed.equals(other.changed);
    }

    private static Seal of(Path ledger, String sha256) throws IOException {
        return new Seal(Files.size(ledger), Files.getLastModifiedTime(ledger).toInstant(), sha256);
    }

    private static Optional<Seal> read(Path ledger) throws IOException {
        try {
            var parts = Files.readString(file(ledger)).strip().split(" ", -1);
            return Optional.of(new Seal(Long.parseLong(parts[0]), Instant.parse(parts[1]), parts[2]));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (RuntimeException damaged) {
            // A seal that cannot be read says nothing.
            return Optional.empty();
        }
    }

    private static Path file(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + ".seal");
    }

    /** What has been written and is not in the file yet: SQLite takes it away with the last connection. */
    private static Path log(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + "-wal");
    }
}
