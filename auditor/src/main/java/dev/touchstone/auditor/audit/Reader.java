package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Part;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Extractor;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.document.Source;
import java.io.IOException;
import java.util.List;

/** The first pass: extract → structure, one file at a time. */
final class Reader {
    private final Extractor extractor;
    private final Structuring structuring;

    Reader(Extractor extractor, Structuring structuring) {
        this.extractor = extractor;
        this.structuring = structuring;
    }

    Reading read(Source source) {
        String sha256;
        try {
            sha256 = Sha256.of(source.file());
        } catch (IOException unreadable) {
            return new Reading.Failed(source.path(), "", "the file cannot be opened: " + reason(unreadable));
        }
        return reading(source, sha256, extractor.extract(source));
    }

    Reading reading(Source source, String sha256, Extraction extraction) {
        return switch (extraction) {
            case Unreadable unreadable -> new Reading.Failed(source.path(), sha256, unreadable.reason());
            case Extracted extracted ->
                new Reading.Read(structuring.structure(source, sha256, extracted), parts(source, extracted.parts()));
        };
    }

    private List<Reading> parts(Source container, List<Part> parts) {
        return parts.stream()
                .map(part -> {
                    var path = container.path() + "!/" + part.name();
                    var source = new Source(path, container.file(), container.fields());
                    return reading(source, part.sha256(), part.extraction());
                })
                .toList();
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.NoSuchFileException _ -> "it is not there";
            case java.nio.file.AccessDeniedException _ -> "reading it is not permitted";
            default -> "the system says " + failure.getMessage();
        };
    }
}
