package dev.touchstone.web.cli;

import dev.touchstone.web.app.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps what this program wrote out of what it reads: an audit of {@code .} that is written to {@code ./audit-out} must not
 * find its own texts the second time, since the same input gives the same bytes.
 */
final class OwnFolders {
    private OwnFolders() {}

    /**
     * The sources without those below the program's own folders; these are not even listed as skipped, because the first run
     * could not list them.
     */
    static Sources without(List<Path> own, List<Path> given, Sources found) {
        // Ours is only what we made: somebody may name a folder of documents by mistake.
        var folders = own.stream()
                .filter(folder ->
                        Files.exists(folder.resolve("audit.json")) || Files.exists(folder.resolve("home.yaml")))
                .map(OwnFolders::real)
                .toList();
        if (folders.isEmpty()) return found;
        var prefixes = given.stream()
                .map(OwnFolders::real)
                .flatMap(root -> folders.stream()
                        .filter(folder -> folder.startsWith(root) && !folder.equals(root))
                        .map(folder -> root.relativize(folder).toString().replace('\\', '/') + "/"))
                .toList();
        return new Sources(
                found.sources().stream()
                        .filter(source -> folders.stream()
                                .noneMatch(folder -> real(source.file()).startsWith(folder)))
                        .toList(),
                found.skipped().stream()
                        .filter(skipped ->
                                prefixes.stream().noneMatch(prefix -> (skipped.path() + "/").startsWith(prefix)))
                        .toList(),
                found.notes());
    }

    /** Without links on the way to it; what is not there has none. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }
}
