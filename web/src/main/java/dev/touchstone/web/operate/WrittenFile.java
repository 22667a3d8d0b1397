package dev.touchstone.web.operate;

import dev.touchstone.web.app.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file that is written bit by bit, and is there whole or not at all. */
final class WrittenFile {
    private WrittenFile() {}

    /** Writes a file into a folder, which is made when it is missing. */
    static Path in(Path folder, String name, Consumer<Writer> content) {
        var file = Durable.folder(folder).resolve(name);
        var growing = folder.resolve("." + name + ".part");
        try {
            try (var out = Files.newBufferedWriter(growing)) {
                content.accept(out);
            }
            Durable.publish(growing, file);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        } finally {
            delete(growing);
        }
    }

    private static void delete(Path growing) {
        try {
            Files.deleteIfExists(growing);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot clear " + growing, failed);
        }
    }
}
