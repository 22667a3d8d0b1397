package dev.touchstone.models.classify;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.models.corenlp.DependencyReader;
import dev.touchstone.models.corenlp.SentenceReader;
import dev.touchstone.models.corenlp.Word;
import dev.touchstone.models.djl.DjlEncoder;
import dev.touchstone.models.djl.EncoderModel;
import dev.touchstone.models.djl.SentenceEncoder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        return new LanguageModels(new SentenceReader(), new DependencyReader(), new DjlEncoder(model, cache, threads));
    }

    /** Reads short texts whole, each distinct one once. */
    Map<String, ReadText> read(Set<String> texts) {
        var distinct = List.copyOf(new LinkedHashSet<>(texts));
        var words = distinct.parallelStream()
                .collect(Collectors.toMap(text -> text, this::words, (left, _) -> left, LinkedHashMap::new));
        var glances = encoder.glance(distinct);
        var encoded = encoder.read(distinct);
        var read = new LinkedHashMap<String, ReadText>();
        for (var i = 0; i < distinct.size(); i++) {
            var text = distinct.get(i);
            read.put(
                    text,
                    text.isBlank()
                            ? ReadText.empty(encoder)
                            : new ReadText(
                                    text, Objects.requireNonNull(words.get(text)), glances.get(i), encoded.get(i)));
        }
        return read;
    }

    private List<Word> words(String text) {
        return sentences.sentences(text, new Span(0, text.length())).stream()
                .flatMap(sentence -> sentence.words().stream())
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
