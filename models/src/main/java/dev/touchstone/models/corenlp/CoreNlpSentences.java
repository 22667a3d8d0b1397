package dev.touchstone.models.corenlp;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.models.Recent;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Reads sentences with CoreNLP.
 *
 * <p>Text that is no language stays within bounds: a passage is read in pieces of {@value #PIECE} characters and a sentence is
 * cut after {@value #LONGEST} words. Records of one kind share many passages, so those read last are remembered. Safe from
 * several threads.
 */
public final class CoreNlpSentences implements SentenceReader {
    /** In characters; longer than any real paragraph. */
    private static final int PIECE = 20_000;

    private static final int LONGEST = 150;

    private static final int REMEMBERED = 4_000;

    private final StanfordCoreNLP pipeline;
    private final Recent<String, List<WordedSentence>> remembered = new Recent<>(REMEMBERED);

    public CoreNlpSentences() {
        var properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma");
        // A hyphen joins words of one term ("vendor-neutral"); strange characters are words, so that no text is lost.
        properties.setProperty("tokenize.options", "splitHyphenated=false,untokenizable=noneKeep");
        pipeline = new StanfordCoreNLP(properties, false);
    }

    @Override
    public List<WordedSentence> sentences(String text, Span range) {
        var sentences = new ArrayList<WordedSentence>();
        var from = range.start();
        while (from < range.end()) {
            var to = pieceEnd(text, from, range.end());
            var piece = text.substring(from, to);
            for (var sentence : sentences(piece)) sentences.add(sentence.shifted(from));
            from = to;
        }
        return sentences;
    }

    private static int pieceEnd(String text, int from, int end) {
        if (end - from <= PIECE) return end;
        for (var at = from + PIECE; at > from + PIECE / 2; at--) if (Character.isWhitespace(text.charAt(at))) return at;
        var at = from + PIECE;
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    /** Of a piece, with spans that point into it. */
    private List<WordedSentence> sentences(String piece) {
        var known = remembered.find(piece);
        if (known.isPresent()) return known.get();
        var read = read(piece);
        remembered.keep(piece, read);
        return read;
    }

    private List<WordedSentence> read(String piece) {
        var annotation = new Annotation(piece);
        pipeline.annotate(annotation);
        var sentences = new ArrayList<WordedSentence>();
        for (var sentence : annotation.get(SentencesAnnotation.class)) {
            var words = sentence.get(TokensAnnotation.class).stream()
                    .map(CoreNlpSentences::word)
                    .toList();
            for (var from = 0; from < words.size(); from += LONGEST)
                sentences.add(new WordedSentence(words.subList(from, Math.min(from + LONGEST, words.size()))));
        }
        return sentences;
    }

    private static Word word(CoreLabel token) {
        var lemma = token.lemma().toLowerCase(Locale.ROOT);
        return new Word(
                token.originalText().isEmpty() ? token.word() : token.originalText(),
                lemma,
                Stem.of(lemma),
                token.tag(),
                new Span(
                        token.get(CharacterOffsetBeginAnnotation.class),
                        token.get(CharacterOffsetEndAnnotation.class)));
    }
}
