package dev.touchstone.indexer.extract;

import dev.touchstone.indexer.extract.text.Decoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

    /** Text, but with parsers of Tika's that know more about it. */
    private static final Set<String> STRUCTURED =
            Set.of("csv", "tab-separated-values", "calendar", "vcard", "x-vcard", "x-vcalendar", "mbox", "vtt");

    /** Whether a reader of text formats is to read it. */
    static boolean isText(MediaType type, String name, MediaTypeRegistry registry) {
        if (type.equals(MediaType.TEXT_HTML) || type.getSubtype().equals("xhtml+xml")) return true;
        var xml =
                type.equals(MediaType.APPLICATION_XML) || registry.isSpecializationOf(type, MediaType.APPLICATION_XML);
        var textual = type.equals(MediaType.TEXT_PLAIN) || registry.isSpecializationOf(type, MediaType.TEXT_PLAIN);
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (OURS.contains(ending)) return textual || type.getType().equals("text");
        return textual
                && !xml
                && !STRUCTURED.contains(type.getSubtype())
                && !type.getType().equals("message");
    }

    String decode(byte[] bytes) {
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
