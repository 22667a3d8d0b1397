package dev.touchstone.models.classify;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Passage;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Sentence;
import dev.touchstone.models.corenlp.SentenceReader;
import dev.touchstone.models.corenlp.SplitSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A document's sentences in tokens, not yet tagged or encoded.
 *
 * @param sentences in order of place
 * @param split the same in tokens
 * @param limits what was not read and why
 */
record ReadDocument(Document document, List<Sentence> sentences, List<SplitSentence> split, List<String> limits) {
    /**
     * In words; a book's worth. What comes after costs time and changes no share. A bound of words and not of time: the same
     * document has the same score on every machine.
     */
    private static final int LONGEST = 200_000;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    ReadDocument {
        sentences = List.copyOf(sentences);
        split = List.copyOf(split);
        limits = List.copyOf(limits);
    }

    static ReadDocument of(Document document, SentenceReader reader) {
        return of(document, reader, LONGEST);
    }

    static ReadDocument of(Document document, SentenceReader reader, int longest) {
        var sentences = new ArrayList<Sentence>();
        var split = new ArrayList<SplitSentence>();
        var words = 0;
        var passages = document.outline().passages();
        for (var index = 0; index < passages.size(); index++) {
            for (var sentence :
                    reader.split(document.text(), passages.get(index).block().span())) {
                if (words + sentence.tokens().size() > longest)
                    return new ReadDocument(document, sentences, split, List.of(cut(sentences.size(), words, longest)));
                words += sentence.tokens().size();
                split.add(sentence);
                sentences.add(new Sentence(sentence.span(), index, counted(passages.get(index), sentence, reader)));
            }
        }
        return new ReadDocument(document, sentences, split, List.of());
    }

    /** What people see of it: a share of a beginning is not one of the whole. */
    private static String cut(int sentences, int words, int longest) {
        return sentences == 0
                ? "not scored: its first sentence has more than %,d words".formatted(longest)
                : "scored on its first %,d sentences (%,d words); what comes after %,d words is not looked at"
                        .formatted(sentences, words, longest);
    }

    /** Headings, code, and items and cells without a verb are no sentences, though they stand where one could. */
    private static boolean counted(Passage passage, SplitSentence sentence, SentenceReader reader) {
        return switch (passage.block().kind()) {
            case HEADING, CODE -> false;
            case LIST_ITEM, TABLE_CELL -> reader.hasVerb(sentence);
            case PARAGRAPH, QUOTATION -> true;
        };
    }

    Passage passage(int sentence) {
        return document.outline().passages().get(sentences.get(sentence).passage());
    }

    /** Whether references are looked for: not in bare headings and code. */
    boolean speaks(int sentence) {
        var kind = passage(sentence).block().kind();
        return kind != Block.Kind.HEADING && kind != Block.Kind.CODE;
    }

    String heading(int sentence) {
        return document.sectionOf(passage(sentence)).heading();
    }

    /** The sentence as it is encoded: line breaks are no part of it, so that the same words are the same sentence. */
    String text(int sentence) {
        var text = sentences.get(sentence).span().of(document.text()).strip();
        return SPACE.matcher(text).replaceAll(" ");
    }
}
