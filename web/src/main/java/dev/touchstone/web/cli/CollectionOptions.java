package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.Collecting;
import dev.touchstone.web.app.Collecting.Collected;
import dev.touchstone.web.app.Parts;
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
     * The documents.
     *
     * @param without folders of our own making
     * @throws BadInput when a path is not there or there is no document
     */
    Collected collect(Parts parts, List<Path> without) {
        for (var path : paths)
            if (!Files.exists(path)) throw new BadInput(path + ": no such file or folder; check the path");
        var collected = parts.collect(new Collecting(paths, ignoreManifest, exclude, without));
        if (collected.sources().isEmpty())
            throw new BadInput("%s: no documents here%s; give a folder with decision records"
                    .formatted(
                            paths.stream().map(Path::toString).collect(Collectors.joining(", ")),
                            collected.skipped().isEmpty()
                                    ? ""
                                    : " (%d files were not taken, the first: %s, %s)"
                                            .formatted(
                                                    collected.skipped().size(),
                                                    collected
                                                            .skipped()
                                                            .getFirst()
                                                            .path(),
                                                    collected
                                                            .skipped()
                                                            .getFirst()
                                                            .reason())));
        return collected;
    }
}
