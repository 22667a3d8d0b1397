package dev.touchstone.indexer.search;

import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;
import org.apache.lucene.util.IOUtils;

/**
 * The folder of an index: generations side by side, and a file that names the one that counts.
 * <pre>
 * current            "generation-7", replaced in one step
 * generation-7/      a Lucene index
 * generation-8/      the next one while it is written, or what a crash left of it
 * write.lock         held by whoever writes; the system frees it when its holder dies
 * </pre>
 */
record Folder(Path path) {
    private static final Pattern GENERATION = Pattern.compile("generation-(\\d{1,9})");
    private static final String CURRENT = "current";
    private static final String NEXT = "current.next";

    /** The right to write; closing gives it back. */
    record Writing(FSDirectory directory, Lock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            IOUtils.close(lock, directory);
        }
    }

    /** The generation that counts. What is not to the letter as it was written names one that is not there: that is damage. */
    Optional<Path> current() throws IOException {
        try {
            // Of these characters every byte is one.
            var written = Files.readString(path.resolve(CURRENT), StandardCharsets.ISO_8859_1);
            var name = written.substring(0, Math.max(0, written.length() - 1));
            var isWhole = written.endsWith("\n") && GENERATION.matcher(name).matches();
            return Optional.of(path.resolve(isWhole ? name : "damaged"));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    Writing lock() throws IOException {
        var directory = FSDirectory.open(path, NativeFSLockFactory.INSTANCE);
        try {
            return new Writing(directory, directory.obtainLock("write.lock"));
        } catch (LockObtainFailedException held) {
            directory.close();
            throw new BadInput(
                    "the search index is being written by somebody else; wait until they are done, or stop them");
        }
    }

    /** A folder for a new generation; the caller holds the lock. */
    Path fresh() throws IOException {
        var last = generations().stream()
                .mapToInt(generation -> number(generation).orElseThrow())
                .max()
                .orElse(0);
        return Files.createDirectory(path.resolve("generation-" + (last + 1)));
    }

    /** Makes a complete generation the one that counts. Its entry is on the disk before the name that points to it. */
    void publish(Path generation) throws IOException {
        var next = path.resolve(NEXT);
        Files.writeString(next, generation.getFileName() + "\n");
        IOUtils.fsync(next, false);
        IOUtils.fsync(path, true);
        Files.move(next, path.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(path, true);
    }

    /** Deletes what a crash left, unless somebody is writing: then it may be theirs. */
    void sweep() throws IOException {
        if (leftovers().isEmpty()) return;
        try (var _ = lock()) {
            for (var leftover : leftovers()) delete(leftover);
        } catch (BadInput busy) {
            // Whoever holds the lock sweeps when they open the index the next time.
        }
    }

    private List<Path> leftovers() throws IOException {
        var current = current();
        var leftovers = new java.util.ArrayList<>(generations());
        leftovers.removeIf(generation -> current.filter(generation::equals).isPresent());
        if (Files.exists(path.resolve(NEXT))) leftovers.add(path.resolve(NEXT));
        return leftovers;
    }

    private List<Path> generations() throws IOException {
        if (!Files.isDirectory(path)) return List.of();
        try (var files = Files.list(path)) {
            return files.filter(file -> number(file).isPresent()).sorted().toList();
        }
    }

    private static Optional<Integer> number(Path file) {
        var name = GENERATION.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Optional.of(Integer.valueOf(name.group(1))) : Optional.empty();
    }

    static void delete(Path fileOrFolder) throws IOException {
        IOUtils.rm(fileOrFolder);
    }
}
