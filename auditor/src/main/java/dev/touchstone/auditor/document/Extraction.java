package dev.touchstone.auditor.document;

import java.util.List;

/** What came of reading a file's bytes. */
public sealed interface Extraction {
    /** The limit of a file that was read whole and holds no words, such as a picture. */
    String NO_TEXT = "no text found";

    /**
     * The file could be read.
     *
     * @param mediaType found from the content, such as {@code application/pdf}
     * @param language ISO 639-1 code; empty when there is too little text to tell
     * @param fields metadata that stands inside the file
     * @param limits what was cut or left out, each a sentence for a person; empty when the file was read whole
     * @param parts the files inside this one: entries of a ZIP, attachments of a mail
     */
    record Extracted(
            String mediaType,
            String language,
            Content content,
            List<Field> fields,
            List<String> limits,
            List<Part> parts)
            implements Extraction {
        public Extracted {
            fields = List.copyOf(fields);
            limits = List.copyOf(limits);
            parts = List.copyOf(parts);
        }
    }

    /** The file could not be read; the reason is a sentence for a person. */
    record Unreadable(String reason) implements Extraction {}

    /**
     * A file inside another.
     *
     * @param name relative to the container, cleaned, with {@code /}
     * @param sha256 of the part's bytes, hexadecimal
     */
    record Part(String name, String sha256, Extraction extraction) {}
}
