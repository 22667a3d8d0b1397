package dev.touchstone.models.corenlp;

import dev.touchstone.auditor.document.Span;
import java.util.List;

/** A sentence with its words; at least one. */
public record WordedSentence(List<Word> words) {
    public WordedSentence {
        words = List.copyOf(words);
        if (words.isEmpty()) throw new IllegalArgumentException("a sentence without words");
    }

    public Span span() {
        return new Span(words.getFirst().span().start(), words.getLast().span().end());
    }

    /** The same with its spans moved on. */
    WordedSentence shifted(int offset) {
        return offset == 0
                ? this
                : new WordedSentence(
                        words.stream().map(word -> word.shifted(offset)).toList());
    }

    public boolean hasVerb() {
        return words.stream().anyMatch(Word::isVerb);
    }
}
