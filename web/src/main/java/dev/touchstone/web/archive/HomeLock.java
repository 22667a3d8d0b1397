package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.Lacking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to write to a home. One process has it; the system takes it back when that process ends, however it ends. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws BadInput when another process or another part of this one has it
     * @throws Lacking when the folder is read-only or somebody else's
     */
    public static HomeLock take(Path home) {
        try {
            var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) return new HomeLock(channel);
            channel.close();
            throw new BadInput(
                    home + ": another touchstone (serve, ingest or audit) writes to this home; stop it first");
        } catch (FileSystemException refused) {
            throw new Lacking(
                    "%s: this home cannot be written to (%s); start as its owner%s, on a disk that is not read-only"
                            .formatted(home, reason(refused), HomeFolder.owner(home)),
                    refused);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot lock the home " + home, failed);
        }
    }

    /** Whether another process writes to the home, or another part of this one. */
    static boolean isTaken(Path home) {
        try (var channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException unknown) {
            // Whoever takes it is told why it cannot be taken.
            return false;
        }
    }

    private static String reason(FileSystemException refused) {
        return refused.getReason() == null ? "not permitted" : refused.getReason();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            // The lock lives as long as its channel, which this object keeps.
            var lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot unlock the home", failed);
        }
    }
}
