package dev.touchstone.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder that is gone when it is closed. */
public record Scratch(Path folder) implements AutoCloseable {
    /** Makes a new one whose name begins like this. */
    public static Scratch make(String prefix) {
        try {
            return new Scratch(Files.createTempDirectory(prefix));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make a temporary folder", failed);
        }
    }

    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot clear " + folder, failed);
        }
    }

    /** Deletes a folder with all that is in it, when it is there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
