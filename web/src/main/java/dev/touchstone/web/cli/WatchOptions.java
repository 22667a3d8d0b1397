package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.Sources.Selection;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.WatchedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The folder that a service follows. */
final class WatchOptions {
    @Option(
            names = "--watch",
            paramLabel = "FOLDER",
            description =
                    "Follow a folder: files that are new or changed there are taken once they have been still for some"
                            + " seconds, documents whose files are gone are deleted and can be restored for 30 days. A"
                            + " folder that is missing or empty takes nothing away.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--watch-into",
            paramLabel = "NAME",
            description =
                    "The collection that the folder's documents join; made when there is none with this name (default:"
                            + " ${DEFAULT-VALUE}).")
    private String into = HomeFolder.MAIN;

    /**
     * Says what is wrong before any model is loaded.
     *
     * @throws BadInput when there is no such folder
     */
    void check() {
        folder.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new BadInput("--watch: %s: no such folder".formatted(path));
        });
    }

    /**
     * Says that a worker follows nothing.
     *
     * @throws BadInput when a folder was given
     */
    void refuse() {
        if (folder.isPresent())
            throw new BadInput("--watch: a worker follows no folder; give it to the service beside which it works");
    }

    /**
     * The folder that is to be followed, not looked at yet; empty when none is.
     *
     * @throws BadInput when there is no such folder
     */
    Optional<WatchedFolder> of(Terminal terminal, Archive archive, Path home) {
        return folder.map(
                path -> watched(terminal, archive, into, path, () -> documents(path, List.of(home), Selection.ALL)));
    }

    /** A folder to be followed, what is done there said on standard error. */
    static WatchedFolder watched(Terminal terminal, Archive archive, String into, Path folder, Supplier<Sources> look) {
        return new WatchedFolder(
                archive, into, folder, look, InstantSource.system(), line -> terminal.say("watch: " + line));
    }

    private static Sources documents(Path folder, List<Path> own, Selection selection) {
        var found = OwnFolders.without(own, List.of(folder), Sources.in(List.of(folder), selection));
        if (found.sources().isEmpty()) throw new BadInput(folder + ": no documents here");
        return found;
    }
}
