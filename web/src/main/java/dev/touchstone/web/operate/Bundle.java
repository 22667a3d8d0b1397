package dev.touchstone.web.operate;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.HomeReader;
import dev.touchstone.web.archive.HomeReader.Sent;
import dev.touchstone.web.json.ManifestCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What it takes to repeat an audit: the charter, and the documents as they came, at their paths and with what was given with
 * them.
 */
record Bundle(HomeFolder folder, Ledger ledger, HomeReader reader, List<Collection> collections) {
    private static final String README = """
            # An audit that can be repeated

            charter.yaml      what was looked for
            documents/        the documents as they came, at their paths; manifest.csv has what was given with them
            audit.json        what was found
            references.csv    the same as a table

            To repeat it, with the version of touchstone that `provenance` in audit.json names and without any network:

                touchstone audit documents --charter charter.yaml --out again
                diff audit.json again/audit.json

            The two are the same when the home's last scoring was over all of its documents (`touchstone rescore` makes it so):
            what repeats across a collection is counted once all of it has been read. `origins` may name the manifest where a
            value came from a file beside the document, and a document that was uploaded alone has no date of its file.
            """;

    void write(Path to) {
        WrittenFile.in(to, "charter.yaml", out -> append(reader.charter(collections), out));
        WrittenFile.in(to, "README.md", out -> append(README, out));
        var documents = to.resolve("documents");
        var originals = Originals.look(folder.originals(), ledger.clock());
        reader.sent(collections).forEach(sent -> copy(sent, originals, documents));
        WrittenFile.in(
                documents,
                "manifest.csv",
                out -> ManifestCsv.write(
                        reader.sent(collections)
                                .map(sent -> new ManifestCsv.Row(
                                        sent.path(),
                                        given(sent, "title"),
                                        given(sent, "date"),
                                        given(sent, "team"),
                                        given(sent, "status"),
                                        given(sent, "authors"))),
                        out));
    }

    private static void append(String text, Appendable out) {
        try {
            out.append(text);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the bundle", failed);
        }
    }

    /** What somebody said of it; what its path and its file say is there again when it is read again. */
    private static String given(Sent sent, String name) {
        for (var origin : List.of(Origin.MANIFEST, Origin.SIDECAR)) {
            var values = sent.given().stream()
                    .filter(field -> field.origin() == origin && field.name().equals(name))
                    .map(Field::value)
                    .collect(Collectors.joining("; "));
            if (!values.isEmpty()) return values;
        }
        return "";
    }

    private static void copy(Sent sent, Originals originals, Path documents) {
        var place = documents.resolve(sent.path()).normalize();
        if (!place.startsWith(documents) || place.equals(documents))
            throw new BadInput(sent.path() + ": this path leads out of the folder; the bundle cannot hold it");
        try (var in = originals
                .read(sent.original().sha256())
                .orElseThrow(() ->
                        new BadInput(sent.path() + ": its bytes are missing; touchstone check says what to do"))) {
            var above = place.getParent();
            if (above != null) Files.createDirectories(above);
            Files.copy(in, place);
            for (var field : sent.given())
                if (field.origin() == Origin.FILE_DATE) Files.setLastModifiedTime(place, day(field.value()));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot copy " + sent.path(), failed);
        }
    }

    private static FileTime day(String date) {
        return FileTime.from(LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
