package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.document.Source;
import java.nio.file.Path;
import java.util.List;

/**
 * Where documents are looked for.
 *
 * @param paths files and folders, as given
 * @param ignoreManifest takes a manifest's list of paths and nothing else of it
 * @param exclude patterns of paths that are not taken
 * @param without folders of our own making, such as the one that the audit is written to
 */
public record Collecting(List<Path> paths, boolean ignoreManifest, List<String> exclude, List<Path> without) {
    public Collecting {
        paths = List.copyOf(paths);
        exclude = List.copyOf(exclude);
        without = List.copyOf(without);
    }

    /** What was found: the documents in order, and the files that were not taken. */
    public record Collected(List<Source> sources, List<Skipped> skipped) {
        public Collected {
            sources = List.copyOf(sources);
            skipped = List.copyOf(skipped);
        }
    }
}
