package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Part;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Extractor;
import dev.touchstone.auditor.document.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
            sha256 = sha256(source.file());
        } catch (IOException unreadable) {
            return new Reading.Failed(source.path(), "", "the file cannot be opened: " + reason(unreadable));
        }
        return reading(source, sha256, extractor.extract(source));
    }

    private Reading reading(Source source, String sha256, Extraction extraction) {
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

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                var digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
