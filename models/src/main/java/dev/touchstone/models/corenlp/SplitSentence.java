package dev.touchstone.models.corenlp;

import dev.touchstone.auditor.document.Span;
import java.util.List;

/** A sentence in tokens, at least one: all that can be known of it at next to no cost. */
public record SplitSentence(List<Token> tokens) {
    public SplitSentence {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) throw new IllegalArgumentException("a sentence without tokens");
    }

    public Span span() {
        return new Span(
                tokens.getFirst().span().start(), tokens.getLast().span().end());
    }

    /** The same with its spans moved on. */
    public SplitSentence shifted(int offset) {
        return offset == 0
                ? this
                : new SplitSentence(
                        tokens.stream().map(token -> token.shifted(offset)).toList());
    }
}
