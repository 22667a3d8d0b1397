package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A {@code manifest.csv}: which files of a folder are documents, and what is known about them.
 *
 * @param listsPaths whether it has a column {@code path}; one without is somebody else's
 * @param skipped rows that cannot be followed
 */
record Manifest(boolean listsPaths, List<Row> rows, List<Skipped> skipped, List<String> notes) {
    static final String NAME = "manifest.csv";
    private static final String PATH = "path";
    static final List<String> COLUMNS = List.of("title", "date", "team", "status", "authors");

    /** One document; empty cells say nothing. */
    record Row(String path, List<Field> fields) {}

    static Optional<Manifest> in(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .setAllowMissingColumnNames(true)
                .get();
        try (var parser = CSVParser.parse(text(file), format)) {
            if (!parser.getHeaderMap().containsKey(PATH))
                return Optional.of(new Manifest(
                        false,
                        List.of(),
                        List.of(),
                        List.of(file + " has no column 'path', so it is not ours and was ignored")));
            return Optional.of(rows(folder, parser));
        } catch (UncheckedIOException | IllegalArgumentException broken) {
            throw new BadInput(file + ": this is not CSV: " + broken.getMessage());
        }
    }

    private static Reader text(Path file) throws IOException {
        try {
            var text = Files.readString(file);
            return new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            throw new BadInput(file + ": this is not a text in UTF-8; save it as UTF-8");
        }
    }

    private static Manifest rows(Path folder, CSVParser parser) {
        var rows = new ArrayList<Row>();
        var skipped = new ArrayList<Skipped>();
        var seen = new HashSet<String>();
        for (var record : parser) {
            var written = record.isSet(PATH) ? record.get(PATH) : "";
            if (written.isEmpty()) continue;
            var path = written.replace('\\', '/');
            var normal = folder.resolve(path).normalize();
            var relative = normal.startsWith(folder)
                    ? folder.relativize(normal).toString().replace('\\', '/')
                    : "";
            if (relative.isEmpty())
                skipped.add(new Skipped(path, "manifest.csv lists it, but it lies outside of the folder"));
            else if (!seen.add(relative)) skipped.add(new Skipped(path, "manifest.csv lists it twice"));
            else rows.add(new Row(relative, fields(record)));
        }
        return new Manifest(true, List.copyOf(rows), List.copyOf(skipped), List.of());
    }

    private static List<Field> fields(CSVRecord record) {
        return COLUMNS.stream()
                .filter(record::isSet)
                .filter(column -> !record.get(column).isBlank())
                .map(column -> new Field(column, record.get(column), Origin.MANIFEST))
                .toList();
    }
}
