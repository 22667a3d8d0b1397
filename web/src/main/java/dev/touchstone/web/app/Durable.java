package dev.touchstone.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are there whole or not at all, and stay after a power cut: written beside their place, synced, renamed into it,
 * and the folder synced too.
 */
public final class Durable {
    private Durable() {}

    /** Replaces a file's text. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file's bytes. */
    static void write(Path file, byte[] bytes) {
        var beside = beside(file);
        try {
            try (var channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) channel.write(rest);
                channel.force(true);
            }
            rename(beside, file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /** A folder that is there, and stays. */
    public static Path folder(Path folder) {
        try {
            if (Files.isDirectory(folder)) return folder;
            Files.createDirectories(folder);
            sync(parent(folder));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make the folder " + folder, failed);
        }
    }

    /** Gives a file or folder that is complete its name, in place of what had it: a file, or an empty folder. */
    public static void publish(Path beside, Path place) {
        try {
            rename(beside, place);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot move " + beside + " to " + place, failed);
        }
    }

    private static void rename(Path beside, Path file) throws IOException {
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(parent(file));
    }

    /** Puts the names in a folder on the disk. */
    public static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static Path parent(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
