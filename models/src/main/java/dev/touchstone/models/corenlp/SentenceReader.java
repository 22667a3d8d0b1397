package dev.touchstone.models.corenlp;

import dev.touchstone.auditor.document.Span;
import java.util.List;
import java.util.Set;

/**
 * Reads a passage into sentences of words. Passages are read one by one, so no sentence crosses the border of a block. Splitting is
 * cheap; telling the parts of speech costs ten times as much, so it is asked for apart. Safe from several threads.
 * <pre>
 * split   "They broke it."      They (they), broke (broke, break), it (it), .
 * tag     of these              They PRP they, broke VBD break, it PRP it, . . .
 * </pre>
 */
public interface SentenceReader {
    /** As they stand: capitalised, some are names. */
    Set<String> ALWAYS_VERBS =
            Set.of("is are was were be been being has have had do does did should would could may might can must shall"
                    .split(" ", -1));

    /** The sentences of a range of a text, in order; spans point into the text. What stands around the range does not matter. */
    List<SplitSentence> split(String text, Span range);

    /** The same sentence with its parts of speech. */
    WordedSentence tag(SplitSentence sentence);

    /** Whether a verb stands in a sentence. Tags are asked for only where no word is a verb wherever it stands. */
    default boolean hasVerb(SplitSentence sentence) {
        return sentence.tokens().stream().anyMatch(token -> ALWAYS_VERBS.contains(token.text()))
                || tag(sentence).hasVerb();
    }

    /** The tagged sentences of a range of a text, in order; spans point into the text. */
    default List<WordedSentence> sentences(String text, Span range) {
        return split(text, range).stream().map(this::tag).toList();
    }

    /** The whole text as one list of words, for terms and other short texts. */
    default List<Word> words(String text) {
        return sentences(text, new Span(0, text.length())).stream()
                .flatMap(sentence -> sentence.words().stream())
                .toList();
    }
}
