package dev.touchstone.web.operate;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.Durable;
import dev.touchstone.web.app.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is there whole or not at all: it grows beside its place, and closing it without {@link #commit} undoes it. */
final class GrowingFolder implements AutoCloseable {
    private final Path place;
    private final Path growing;

    private GrowingFolder(Path place, Path growing) {
        this.place = place;
        this.growing = growing;
    }

    /**
     * Begins one.
     *
     * @throws BadInput when anything is in it
     */
    static GrowingFolder begin(Path given) {
        var place = given.toAbsolutePath().normalize();
        if (place.getFileName() == null) throw new BadInput(given + ": give a folder of its own");
        requireEmpty(given);
        var folder = new GrowingFolder(place, place.resolveSibling("." + place.getFileName() + ".part"));
        folder.close();
        Durable.folder(folder.growing);
        return folder;
    }

    private static void requireEmpty(Path given) {
        if (!Files.exists(given)) return;
        if (!Files.isDirectory(given)) throw new BadInput(given + ": this is a file; give a new or empty folder");
        try (var inside = Files.list(given)) {
            inside.findFirst().ifPresent(file -> {
                throw new BadInput("%s: it is not empty (%s is in it); give a new or empty folder"
                        .formatted(given, file.getFileName()));
            });
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look into " + given, failed);
        }
    }

    Path path() {
        return growing;
    }

    void commit() {
        Durable.publish(growing, place);
    }

    @Override
    public void close() {
        try {
            Scratch.delete(growing);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot clear " + growing, failed);
        }
    }
}
