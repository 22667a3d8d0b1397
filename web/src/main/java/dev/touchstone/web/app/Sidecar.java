package dev.touchstone.web.app;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.indexer.extract.text.FrontMatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A file with the metadata of the document beside it: kep.yaml in the folder of a README. */
final class Sidecar {
    private static final Set<String> NAMES = Set.of("kep.yaml", "metadata.yaml");
    static final long LARGEST = 100_000;

    private Sidecar() {}

    /** Whether a file is metadata of another: it has one of the names, and there is a README beside it. */
    static boolean isOne(Path file) {
        var folder = file.getParent();
        if (folder == null || !NAMES.contains(name(file))) return false;
        try (var beside = Files.list(folder)) {
            return beside.anyMatch(Sidecar::isReadme);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The metadata that lies beside a document; none when nothing does, or what does is not YAML. */
    static List<Field> of(Path document, Path folder) {
        if (!isReadme(document)) return List.of();
        var fields = new ArrayList<Field>();
        for (var name : NAMES.stream().sorted().toList()) {
            var file = folder.resolve(name);
            // A link could lead anywhere.
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) fields.addAll(read(file));
        }
        return fields;
    }

    private static boolean isReadme(Path file) {
        return name(file).startsWith("readme");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** The fields of such a file's text. */
    static List<Field> fields(String text) {
        return FrontMatter.fields(text).stream()
                .map(field -> new Field(field.name(), field.value(), Origin.SIDECAR))
                .toList();
    }

    /** In kep.yaml "- @name" is common and not YAML, which is why a lenient reader is used. */
    private static List<Field> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) return List.of();
            return fields(Files.readString(file));
        } catch (IOException unreadable) {
            // A broken sidecar must not stop the audit: the document is read all the same, by its own words.
            return List.of();
        }
    }
}
