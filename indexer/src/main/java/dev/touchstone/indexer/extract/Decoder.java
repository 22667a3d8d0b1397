package dev.touchstone.indexer.extract;

import dev.touchstone.indexer.extract.text.Decoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** Turns the bytes of text files into characters: what is certain first, Tika's guess from the bytes' statistics last. */
final class Decoder {
    /** Names whose text readers of ours know better than any magic number, such as a record that begins like a mail. */
    private static final Set<String> OURS = Set.of("md", "mdx", "markdown", "mkd", "rst", "rest", "adoc", "asciidoc");

    private final Set<MediaType> parsed;
    private final MediaTypeRegistry registry;

    /**
     * Knows which types are more than text.
     *
     * @param parsed types with parsers of their own
     */
    Decoder(Set<MediaType> parsed, MediaTypeRegistry registry) {
        this.parsed = Set.copyOf(parsed);
        this.registry = registry;
    }

    /** Whether a reader of text formats is to read it: because its name says so, or because nobody knows more than that it is text. */
    boolean isText(MediaType type, String name) {
        if (type.equals(MediaType.TEXT_HTML) || type.getSubtype().equals("xhtml+xml")) return true;
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (OURS.contains(ending) && registry.isInstanceOf(type, MediaType.TEXT_PLAIN)) return true;
        var known = Optional.of(type);
        while (known.isPresent() && !known.get().equals(MediaType.TEXT_PLAIN) && !parsed.contains(known.get()))
            known = Optional.ofNullable(registry.getSupertype(known.get()));
        return known.isPresent() && known.get().equals(MediaType.TEXT_PLAIN);
    }

    /** The characters that the bytes mean. */
    static String decode(byte[] bytes) {
        var zeros = zeros(bytes);
        // Without a mark, a text in UTF-16 is seen by its zeros: they stand on every second place.
        if (zeros.odd * 3L > bytes.length && zeros.even * 20L < bytes.length)
            return new String(bytes, StandardCharsets.UTF_16LE);
        if (zeros.even * 3L > bytes.length && zeros.odd * 20L < bytes.length)
            return new String(bytes, StandardCharsets.UTF_16BE);
        return Decoding.certain(bytes).orElseGet(() -> guess(bytes));
    }

    private static String guess(byte[] bytes) {
        try (var reader = new AutoDetectReader(new ByteArrayInputStream(bytes), new Metadata())) {
            return reader.readAllAsString();
        } catch (IOException | TikaException undetected) {
            // Every byte is a character of this encoding, so nothing is lost.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static Zeros zeros(byte[] bytes) {
        var even = 0;
        var odd = 0;
        for (var index = 0; index < bytes.length; index++)
            if (bytes[index] == 0) {
                if (index % 2 == 0) even++;
                else odd++;
            }
        return new Zeros(even, odd);
    }

    private record Zeros(int even, int odd) {}
}
