package dev.touchstone.indexer.extract;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A worker's folder for what its parsers put aside. Links in it are removed and not followed. */
record TemporaryFolder(Path path) {
    /** Removes it with what lies in it. */
    void wipe() {
        empty();
        try {
            Files.deleteIfExists(path);
        } catch (IOException busy) {
            // A process that is just ending still writes; it wipes the folder itself when it ends.
        }
    }

    /** Removes what lies in it; what cannot be removed stays for the next time. */
    void empty() {
        if (!Files.isDirectory(path)) return;
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
                        throws IOException {
                    if (!folder.equals(path)) Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException busy) {
            // Nothing depends on it: see above.
        }
    }
}
