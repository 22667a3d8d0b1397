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
import edu.stanford.nlp.util.ArrayCoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;

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

    private static final int PASSAGES = 4_000;
    private static final int SENTENCES = 10_000;

    private final StanfordCoreNLP splitter;
    private final StanfordCoreNLP tagger;
    private final FormsReader forms = new FormsReader();
    private final Recent<String, List<SplitSentence>> passages = new Recent<>(PASSAGES);
    private final Recent<List<String>, List<Tagged>> sentences = new Recent<>(SENTENCES);

    public CoreNlpSentences() {
        var splitting = new Properties();
        splitting.setProperty("annotators", "tokenize");
        // A hyphen joins words of one term ("vendor-neutral"); strange characters are words, so that no text is lost.
        splitting.setProperty("tokenize.options", "splitHyphenated=false,untokenizable=noneKeep");
        splitter = new StanfordCoreNLP(splitting, false);
        var tagging = new Properties();
        tagging.setProperty("annotators", "pos,lemma");
        tagger = new StanfordCoreNLP(tagging, false);
    }

    @Override
    public List<SplitSentence> split(String text, Span range) {
        var sentences = new ArrayList<SplitSentence>();
        var from = range.start();
        while (from < range.end()) {
            var to = pieceEnd(text, from, range.end());
            var piece = text.substring(from, to);
            for (var sentence : split(piece)) sentences.add(sentence.shifted(from));
            from = to;
        }
        return sentences;
    }

    @Override
    public WordedSentence tag(SplitSentence sentence) {
        var normals = sentence.tokens().stream().map(Token::normal).toList();
        var tagged = sentences.find(normals).orElseGet(() -> {
            var read = tagged(normals);
            sentences.keep(normals, read);
            return read;
        });
        return new WordedSentence(IntStream.range(0, normals.size())
                .mapToObj(at -> tagged.get(at).word(sentence.tokens().get(at)))
                .toList());
    }

    private static int pieceEnd(String text, int from, int end) {
        if (end - from <= PIECE) return end;
        for (var at = from + PIECE; at > from + PIECE / 2; at--) if (Character.isWhitespace(text.charAt(at))) return at;
        var at = from + PIECE;
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    /** Of a piece, with spans that point into it. */
    private List<SplitSentence> split(String piece) {
        return passages.find(piece).orElseGet(() -> {
            var read = splitAnew(piece);
            passages.keep(piece, read);
            return read;
        });
    }

    private List<SplitSentence> splitAnew(String piece) {
        var annotation = new Annotation(piece);
        splitter.annotate(annotation);
        var sentences = new ArrayList<SplitSentence>();
        for (var sentence : annotation.get(SentencesAnnotation.class)) {
            var tokens = sentence.get(TokensAnnotation.class).stream()
                    .map(this::token)
                    .toList();
            for (var from = 0; from < tokens.size(); from += LONGEST)
                sentences.add(new SplitSentence(tokens.subList(from, Math.min(from + LONGEST, tokens.size()))));
        }
        return sentences;
    }

    private Token token(CoreLabel token) {
        return new Token(
                token.originalText().isEmpty() ? token.word() : token.originalText(),
                token.word(),
                forms.forms(token.word()),
                new Span(
                        token.get(CharacterOffsetBeginAnnotation.class),
                        token.get(CharacterOffsetEndAnnotation.class)));
    }

    private List<Tagged> tagged(List<String> normals) {
        var labels = normals.stream()
                .map(normal -> {
                    var label = new CoreLabel();
                    label.setWord(normal);
                    label.setValue(normal);
                    return label;
                })
                .toList();
        var sentence = new ArrayCoreMap();
        sentence.set(TokensAnnotation.class, labels);
        var annotation = new Annotation("");
        annotation.set(SentencesAnnotation.class, List.of(sentence));
        annotation.set(TokensAnnotation.class, labels);
        tagger.annotate(annotation);
        return labels.stream()
                .map(label -> Tagged.of(label.tag(), label.lemma().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
