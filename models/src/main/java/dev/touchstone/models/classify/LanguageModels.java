package dev.touchstone.models.classify;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.models.corenlp.CoreNlpDependencies;
import dev.touchstone.models.corenlp.CoreNlpSentences;
import dev.touchstone.models.corenlp.DependencyReader;
import dev.touchstone.models.corenlp.SentenceReader;
import dev.touchstone.models.corenlp.SplitSentence;
import dev.touchstone.models.corenlp.Token;
import dev.touchstone.models.corenlp.Word;
import dev.touchstone.models.djl.DjlEncoder;
import dev.touchstone.models.djl.EncoderModel;
import dev.touchstone.models.djl.SentenceEncoder;
import dev.touchstone.models.recall.Recollection;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pre-trained models that everything here reads with. Safe from several threads. */
public record LanguageModels(SentenceReader sentences, DependencyReader dependencies, SentenceEncoder encoder)
        implements AutoCloseable {

    /**
     * Loads them all, which takes some seconds.
     *
     * @param cache folder that the encoder's files are unpacked to, once
     * @param threads how many batches are encoded at a time
     */
    public static LanguageModels open(EncoderModel model, Path cache, int threads) {
        return new LanguageModels(
                new CoreNlpSentences(), new CoreNlpDependencies(), new DjlEncoder(model, cache, threads));
    }

    /** Reads short texts whole, each distinct one once. */
    Map<String, ReadText> read(Set<String> texts) {
        var distinct = List.copyOf(texts);
        var glimpsed = glance(texts);
        var encoded = encoder.read(distinct);
        var read = new LinkedHashMap<String, ReadText>();
        for (var i = 0; i < distinct.size(); i++) {
            var unread = Objects.requireNonNull(glimpsed.get(distinct.get(i)));
            read.put(unread.text(), unread.text().isBlank() ? unread : unread.read(encoded.get(i)));
        }
        return read;
    }

    /** Looks at short texts without reading them: at their words, and at what these say in no order. */
    Map<String, ReadText> glance(Set<String> texts) {
        var distinct = List.copyOf(texts);
        var split = distinct.parallelStream().map(this::split).toList();
        var words = split.parallelStream().map(this::words).toList();
        var glances = encoder.glance(distinct);
        var glimpsed = new LinkedHashMap<String, ReadText>();
        for (var i = 0; i < distinct.size(); i++)
            glimpsed.put(
                    distinct.get(i),
                    ReadText.unread(distinct.get(i), tokens(split.get(i)), words.get(i), glances.get(i), encoder));
        return glimpsed;
    }

    /** The same, asked only for what a recollection lacks; that is added to it. */
    LanguageModels over(Recollection recollection) {
        return new LanguageModels(
                recollection.over(sentences), recollection.over(dependencies), recollection.over(encoder));
    }

    /** Short texts in tokens, which is less than a glance. */
    Map<String, ReadText> split(Set<String> texts) {
        var nothing = ReadText.empty(encoder);
        return texts.parallelStream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        text -> new ReadText(
                                text, tokens(split(text)), List.of(), nothing.glance(), nothing.encoded())));
    }

    private List<SplitSentence> split(String text) {
        return sentences.split(text, new Span(0, text.length()));
    }

    private static List<Token> tokens(List<SplitSentence> split) {
        return split.stream().flatMap(sentence -> sentence.tokens().stream()).toList();
    }

    private List<Word> words(List<SplitSentence> split) {
        return split.stream()
                .flatMap(sentence -> sentences.tag(sentence).words().stream())
                .toList();
    }

    LanguageModels with(SentenceEncoder other) {
        return new LanguageModels(sentences, dependencies, other);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
