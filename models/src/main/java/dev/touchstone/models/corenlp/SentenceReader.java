package dev.touchstone.models.corenlp;

import dev.touchstone.auditor.document.Span;
import java.util.List;

/**
 * Reads a passage into sentences of tagged words. Passages are read one by one, so no sentence crosses the border of a block.
 * Safe from several threads.
 */
@FunctionalInterface
public interface SentenceReader {
    /** The sentences of a range of a text, in order; spans point into the text. What stands around the range does not matter. */
    List<WordedSentence> sentences(String text, Span range);

    /** The whole text as one list of words, for terms and other short texts. */
    default List<Word> words(String text) {
        return sentences(text, new Span(0, text.length())).stream()
                .flatMap(sentence -> sentence.words().stream())
                .toList();
    }
}
