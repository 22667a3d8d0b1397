package dev.touchstone.indexer.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Bytes on their way in: a file of their own that is gone when this is closed, unless it was given its name. */
final class Incoming implements AutoCloseable {
    private static final int AT_ONCE = 64 * 1024;

    private final Path file;
    private final FileChannel channel;
    private final Disk disk;
    private final MessageDigest digest = digest();
    private long size;

    private Incoming(Path file, FileChannel channel, Disk disk) {
        this.file = file;
        this.channel = channel;
        this.disk = disk;
    }

    static Incoming begin(Path folder, Disk disk) {
        try {
            var file = Files.createTempFile(folder, "", ".part");
            return new Incoming(file, FileChannel.open(file, StandardOpenOption.WRITE), disk);
        } catch (IOException failed) {
            throw DiskFaults.unavailable("write to " + folder, failed);
        }
    }

    /**
     * Takes all bytes of a stream.
     *
     * @return false when there are more than the limit
     * @throws IOException when the stream breaks off; what the disk refuses is {@link Unavailable}
     */
    boolean receive(InputStream in, long limit) throws IOException {
        var buffer = new byte[AT_ONCE];
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            size += count;
            if (size > limit) return false;
            digest.update(buffer, 0, count);
            write(ByteBuffer.wrap(buffer, 0, count));
        }
        return true;
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) channel.write(bytes);
        } catch (IOException failed) {
            throw DiskFaults.unavailable("write " + file, failed);
        }
    }

    /** Puts the bytes on the disk, still without a name. */
    Original finish() {
        try {
            disk.sync(channel);
            return new Original(HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException failed) {
            throw DiskFaults.unavailable("sync " + file, failed);
        }
    }

    /** Gives the bytes their name; they count as new from this moment on. */
    void rename(Path named, Instant moment) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(moment));
        disk.rename(file, named);
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw DiskFaults.unavailable("clear " + file, failed);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
