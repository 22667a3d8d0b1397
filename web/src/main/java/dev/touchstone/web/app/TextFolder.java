package dev.touchstone.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The texts that offsets point into, each in a file named by the hash of the document's bytes. */
public record TextFolder(Path folder) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Keeps a document's text. */
    void keep(String sha256, String text) {
        Durable.write(Durable.folder(folder).resolve(sha256 + ".txt"), text);
    }

    /** The text of the document with this hash. */
    public Optional<String> text(String sha256) {
        // Whoever asks may ask for "../../secret": only what looks like a hash is ever a file name.
        if (!HASH.matcher(sha256).matches()) return Optional.empty();
        try {
            return Optional.of(Files.readString(folder.resolve(sha256 + ".txt"), StandardCharsets.UTF_8));
        } catch (NoSuchFileException unknown) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the text " + sha256, failed);
        }
    }
}
