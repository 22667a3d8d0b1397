package dev.touchstone.web.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;

/**
 * A {@code manifest.csv} as the audit reads it: documents by path, with what was given with each. As in
 * {@link ReferencesCsv}, no cell is a formula; a path that would be one begins with {@code ./}, which is the same path.
 */
public final class ManifestCsv {
    private static final List<String> COLUMNS = List.of("path", "title", "date", "team", "status", "authors");

    private ManifestCsv() {}

    /** One document; empty is not given. */
    public record Row(String path, String title, String date, String team, String status, String authors) {
        List<String> cells() {
            var safe = ReferencesCsv.safe(path).equals(path) ? path : "./" + path;
            return List.of(
                    safe,
                    ReferencesCsv.safe(title),
                    ReferencesCsv.safe(date),
                    ReferencesCsv.safe(team),
                    ReferencesCsv.safe(status),
                    ReferencesCsv.safe(authors));
        }
    }

    /** Writes the table with a header line; the writer stays open. */
    public static void write(Stream<Row> rows, Appendable out) {
        try {
            var printer = new CSVPrinter(out, ReferencesCsv.FORMAT);
            printer.printRecord(COLUMNS);
            for (var row = rows.iterator(); row.hasNext(); )
                printer.printRecord(row.next().cells());
            printer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
