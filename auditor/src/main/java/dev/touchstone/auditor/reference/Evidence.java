package dev.touchstone.auditor.reference;

import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.document.Span;

/**
 * A verbatim quotation and its place. Without one there is no reference.
 *
 * @param page from 1 where the format has pages, else 0
 */
public record Evidence(Span span, String quote, String section, Section.Kind sectionKind, int page) {
    public Evidence {
        if (quote.length() != span.length())
            throw new IllegalArgumentException("the quotation is not as long as its range " + span + ": " + quote);
    }
}
