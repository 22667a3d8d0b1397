package dev.touchstone.auditor.search;

import dev.touchstone.auditor.document.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A passage that answers a query.
 *
 * @param text of the passage; of a very long one the part around the first match. {@code place.span} covers exactly it
 * @param highlights ranges of {@code text} that matched, in order, not overlapping
 * @param references those of the whole passage that satisfy the filters
 */
public record Hit(
        Place place,
        String title,
        String team,
        Optional<LocalDate> date,
        String text,
        List<Span> highlights,
        List<Referring> references) {
    public Hit {
        highlights = List.copyOf(highlights);
        references = List.copyOf(references);
    }

    /**
     * Where a passage stands.
     *
     * @param path of the document in the audit
     * @param span in the document's text
     * @param page from 1 where the format has pages, else 0
     */
    public record Place(String path, String sha256, Span span, String section, int page) {}

    /** A reference of the passage; words as in the JSON form. */
    public record Referring(int number, String value, String stance, String effect, String role, Span span) {}
}
