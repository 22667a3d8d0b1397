package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.Sources.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say which files are the documents. */
final class CollectionOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Files and folders. In a folder with a manifest.csv its rows are the documents; otherwise every file"
                            + " below that can be read as one, less those that a .touchstoneignore leaves out.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--formats",
            paramLabel = "DIR",
            description = "Folder with formats of your own (YAML), beside those that are built in.")
    private Optional<Path> formats = Optional.empty();

    @Option(names = "--ignore-manifest", description = "Take a manifest's list of paths, and its other columns not.")
    private boolean ignoreManifest;

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Leave out files whose path matches, such as 'drafts/**'; may be repeated.")
    private List<String> exclude = new ArrayList<>();

    Optional<Path> formats() {
        formats.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new BadInput(folder + ": no such folder; give the folder with your format files");
        });
        return formats;
    }

    /**
     * The only path.
     *
     * @throws BadInput when there are several
     */
    Path folder() {
        if (paths.size() != 1) throw new BadInput("--watch: give one folder, not " + paths.size());
        return paths.getFirst();
    }

    /**
     * The documents.
     *
     * @param own folders that this program writes to: what lies there is no document
     * @throws BadInput when a path is not there or there is no document
     */
    Sources sources(Terminal terminal, List<Path> own) {
        var found = documents(own);
        for (var note : found.notes()) terminal.say(note);
        return found;
    }

    /** The same, without saying anything. */
    Sources documents(List<Path> own) {
        for (var path : paths)
            if (!Files.exists(path)) throw new BadInput(path + ": no such file or folder; check the path");
        var selection = new Selection(ignoreManifest, exclude);
        var found = OwnFolders.without(own, paths, Sources.in(paths, selection));
        if (found.sources().isEmpty())
            throw new BadInput("%s: no documents here%s; give a folder with decision records"
                    .formatted(paths.stream().map(Path::toString).collect(Collectors.joining(", ")), notTaken(found)));
        return found;
    }

    private static String notTaken(Sources found) {
        if (found.skipped().isEmpty()) return "";
        var first = found.skipped().getFirst();
        return " (%d not taken, the first: %s, %s)".formatted(found.skipped().size(), first.path(), first.reason());
    }
}
