package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that are documents, with all that is known about each from outside of it.
 *
 * @param sources in the order of their paths, each path once
 * @param skipped what was not taken, each with its reason
 * @param notes for a person, about the folders given
 */
public record Sources(List<Source> sources, List<Skipped> skipped, List<String> notes) {
    public Sources {
        sources = List.copyOf(sources);
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    /**
     * What to take.
     *
     * @param ignoreManifest whether the manifest's metadata is left aside; its list of paths counts all the same
     * @param excludes globs over paths relative to the folder given; one without a slash is over names
     */
    public record Selection(boolean ignoreManifest, List<String> excludes) {
        public static final Selection ALL = new Selection(false, List.of());

        public Selection {
            excludes = List.copyOf(excludes);
        }
    }

    /**
     * The documents of folders and single files.
     *
     * @throws BadInput when a path is not there, or a manifest or a glob is broken
     */
    public static Sources in(List<Path> paths, Selection selection) {
        var found = new ArrayList<Source>();
        var skipped = new ArrayList<Skipped>();
        var notes = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (var path : paths) {
            if (!Files.exists(path)) throw new BadInput(path + ": no such file or folder");
            var one = Files.isDirectory(path) ? folder(path, selection) : file(path);
            var apart = apart(path, one, taken);
            one.sources()
                    .forEach(source -> found.add(new Source(apart + source.path(), source.file(), source.fields())));
            one.skipped().forEach(skip -> skipped.add(new Skipped(apart + skip.path(), skip.reason())));
            notes.addAll(one.notes());
            found.forEach(source -> taken.add(source.path()));
        }
        found.sort(Comparator.comparing(Source::path));
        skipped.sort(Comparator.comparing(Skipped::path).thenComparing(Skipped::reason));
        return new Sources(found, skipped, notes);
    }

    /** What to put before the paths below one of several folders, so that no two documents have the same path. */
    private static String apart(Path path, Sources one, Set<String> taken) {
        var name = Optional.ofNullable(path.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("folder");
        var apart = "";
        for (var number = 1; clashes(apart, one, taken); number++)
            apart = number == 1 ? name + "/" : name + "-" + number + "/";
        return apart;
    }

    private static boolean clashes(String apart, Sources one, Set<String> taken) {
        return one.sources().stream().anyMatch(source -> taken.contains(apart + source.path()));
    }

    private static Sources file(Path path) {
        if (!Files.isRegularFile(path)) throw new BadInput(path + ": not a file that can be read");
        var name = String.valueOf(path.getFileName());
        var beside = Optional.ofNullable(path.toAbsolutePath().getParent());
        var sidecar = beside.map(folder -> Sidecar.of(path, folder)).orElse(List.of());
        var source = new Source(name, path, fields(name, path, List.of(), sidecar));
        return new Sources(List.of(source), List.of(), List.of());
    }

    private static Sources folder(Path path, Selection selection) {
        try {
            var root = path.toRealPath();
            var walk = Walk.of(root, Excludes.of(root, selection.excludes()));
            var manifest = Manifest.in(root);
            return manifest.isPresent() && manifest.get().listsPaths()
                    ? listed(root, walk, manifest.get(), selection)
                    : all(walk, manifest.isPresent() ? manifest.get().notes() : List.of());
        } catch (IOException unreadable) {
            throw new BadInput(path + ": cannot be read; check that you may read it");
        }
    }

    /** Without a manifest of ours every file is a document. */
    private static Sources all(Walk walk, List<String> notes) {
        var sources = new ArrayList<Source>();
        var skipped = new ArrayList<>(walk.skipped());
        for (var file : walk.files()) {
            if (file.path().equals(Manifest.NAME))
                skipped.add(new Skipped(file.path(), "a manifest without a column path"));
            else if (Sidecar.isOne(file.file()))
                skipped.add(new Skipped(file.path(), "metadata of the document beside it"));
            else sources.add(source(file, List.of()));
        }
        return new Sources(sources, skipped, notes);
    }

    /** With a manifest its rows are the documents, whether or not they are there: each gets an outcome. */
    private static Sources listed(Path root, Walk walk, Manifest manifest, Selection selection) {
        var sources = new ArrayList<Source>();
        var skipped = new ArrayList<>(manifest.skipped());
        var listed = new HashSet<String>();
        var left = new HashSet<String>();
        walk.skipped().forEach(skip -> left.add(skip.path()));
        for (var row : manifest.rows()) {
            listed.add(row.path());
            if (left.stream()
                    .anyMatch(skip -> row.path().equals(skip) || row.path().startsWith(skip + "/"))) continue;
            var file = new Walk.Found(row.path(), root.resolve(row.path()));
            sources.add(source(file, selection.ignoreManifest() ? List.of() : row.fields()));
        }
        walk.skipped().forEach(skipped::add);
        for (var file : walk.files())
            if (!listed.contains(file.path()) && !file.path().equals(Manifest.NAME) && !Sidecar.isOne(file.file()))
                skipped.add(new Skipped(file.path(), "not in manifest.csv"));
        return new Sources(sources, skipped, manifest.notes());
    }

    private static Source source(Walk.Found found, List<Field> manifest) {
        var folder = Optional.ofNullable(found.file().getParent());
        var sidecar = folder.map(beside -> Sidecar.of(found.file(), beside)).orElse(List.of());
        return new Source(found.path(), found.file(), fields(found.path(), found.file(), manifest, sidecar));
    }

    private static List<Field> fields(String path, Path file, List<Field> manifest, List<Field> sidecar) {
        var fields = new ArrayList<>(manifest);
        fields.addAll(sidecar);
        fields.addAll(PathFields.of(path, file));
        return fields;
    }
}
