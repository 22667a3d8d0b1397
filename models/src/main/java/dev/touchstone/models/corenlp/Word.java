package dev.touchstone.models.corenlp;

import dev.touchstone.auditor.document.Span;

/**
 * A word or mark of a sentence.
 *
 * @param lemma in lower case: {@code "broke"} has {@code "break"}
 * @param tag Penn Treebank part of speech, such as {@code VBD}
 * @param span in the text that was read
 */
public record Word(String text, String lemma, String tag, Span span) {
    public boolean isVerb() {
        return tag.startsWith("VB") || tag.equals("MD");
    }

    public boolean isNoun() {
        return tag.startsWith("NN");
    }
}
