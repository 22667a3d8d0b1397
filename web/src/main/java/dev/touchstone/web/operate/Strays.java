package dev.touchstone.web.operate;

import dev.touchstone.web.operate.Finding.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Files that belong to nothing, and have for so long that nobody is about to refer to them. */
record Strays(Instant before, List<Path> found) {
    static Strays before(Instant moment) {
        return new Strays(moment, new ArrayList<>());
    }

    /** Finds those that are old enough. */
    void look(Place place, List<Path> files, List<Finding> findings) {
        for (var file : files) {
            if (!isOld(file)) continue;
            found.add(file);
            findings.add(Finding.extra(place, file.toString()));
        }
    }

    private boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            // Whoever writes here has deleted it meanwhile.
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look at " + file, failed);
        }
    }

    /** Deletes what was found. */
    void delete() {
        for (var file : found)
            try {
                Files.deleteIfExists(file);
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot delete " + file, failed);
            }
    }
}
