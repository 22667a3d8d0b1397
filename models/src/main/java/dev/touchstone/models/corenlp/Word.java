package dev.touchstone.models.corenlp;

import dev.touchstone.auditor.document.Span;

/**
 * A word or mark of a sentence.
 *
 * @param lemma in lower case: {@code "broke"} has {@code "break"}
 * @param stem what the lemma shares with its relatives: {@code automat} of "automation" and "automatically"
 * @param tag Penn Treebank part of speech, such as {@code VBD}
 * @param span in the text that was read
 */
public record Word(String text, String lemma, String stem, String tag, Span span) {
    Word shifted(int offset) {
        return new Word(text, lemma, stem, tag, new Span(offset + span.start(), offset + span.end()));
    }

    public boolean isVerb() {
        return tag.startsWith("VB") || tag.equals("MD");
    }

    public boolean isNoun() {
        return tag.startsWith("NN");
    }
}
