package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to write to a home. One process has it; the system takes it back when that process ends, however it ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws BadInput when another process or another part of this one has it
     */
    static HomeLock take(Path home) {
        try {
            var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) return new HomeLock(channel);
            channel.close();
            throw new BadInput(
                    home + ": another touchstone (serve, ingest or audit) writes to this home; stop it first");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot lock the home " + home, failed);
        }
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
