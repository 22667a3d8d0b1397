package dev.touchstone.models.corenlp;

import dev.touchstone.auditor.document.Span;

/**
 * A word or mark as it stands, its part of speech unknown.
 *
 * @param normal as a tagger knows it: brackets and quotation marks of one kind
 * @param span in the text that was read
 */
public record Token(String text, String normal, Forms forms, Span span) {
    /** A lemma that stands for all that it may be here. */
    public String root() {
        return forms.lemmas().getFirst();
    }

    Token shifted(int offset) {
        return new Token(text, normal, forms, new Span(offset + span.start(), offset + span.end()));
    }
}
