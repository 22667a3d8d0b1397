package dev.touchstone.models.recall;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.corenlp.Dependency;
import dev.touchstone.models.corenlp.DependencyReader;
import dev.touchstone.models.corenlp.SentenceReader;
import dev.touchstone.models.corenlp.SplitSentence;
import dev.touchstone.models.corenlp.Tagged;
import dev.touchstone.models.corenlp.Token;
import dev.touchstone.models.corenlp.Word;
import dev.touchstone.models.corenlp.WordedSentence;
import dev.touchstone.models.djl.Encoded;
import dev.touchstone.models.djl.SentenceEncoder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was read of some texts: their sentences and words, their vectors, and what depends on what where that was asked. Readers
 * over it ask those beneath only for what it lacks, and add that to it. Safe from several threads.
 */
public final class Recollection {
    /** In no word: some have spaces inside, such as telephone numbers. */
    private static final String BETWEEN = "\0";

    private final Map<String, List<SplitSentence>> sentences = new ConcurrentHashMap<>();
    private final Map<String, List<Tagged>> tags = new ConcurrentHashMap<>();
    private final Map<String, List<Dependency>> dependencies = new ConcurrentHashMap<>();
    private final Map<String, Encoded> encoded = new ConcurrentHashMap<>();

    /** Of nothing. */
    public Recollection() {}

    Recollection(
            Map<String, List<SplitSentence>> sentences,
            Map<String, List<Tagged>> tags,
            Map<String, List<Dependency>> dependencies,
            Map<String, Encoded> encoded) {
        this.sentences.putAll(sentences);
        this.tags.putAll(tags);
        this.dependencies.putAll(dependencies);
        this.encoded.putAll(encoded);
    }

    /** How many things it holds; it grows and never shrinks. */
    public int size() {
        return sentences.size() + tags.size() + dependencies.size() + encoded.size();
    }

    /** By the text that was read, in which spans lie. */
    SortedMap<String, List<SplitSentence>> sentences() {
        return new TreeMap<>(sentences);
    }

    /** By the sentence's tokens, as a tagger knows them. */
    SortedMap<String, List<Tagged>> tags() {
        return new TreeMap<>(tags);
    }

    /** By the sentence's tagged words. */
    SortedMap<String, List<Dependency>> dependencies() {
        return new TreeMap<>(dependencies);
    }

    /** By text. */
    SortedMap<String, Encoded> encoded() {
        return new TreeMap<>(encoded);
    }

    public SentenceReader over(SentenceReader reader) {
        return new RecallingReader(reader);
    }

    public DependencyReader over(DependencyReader reader) {
        return sentence -> dependencies.computeIfAbsent(tagged(sentence), _ -> reader.dependencies(sentence));
    }

    /** All that dependencies are found from. */
    private static String tagged(WordedSentence sentence) {
        return sentence.words().stream().map(Recollection::tagged).collect(Collectors.joining(BETWEEN));
    }

    private static String tagged(Word word) {
        return word.text() + "/" + word.tag();
    }

    public SentenceEncoder over(SentenceEncoder encoder) {
        return new RecallingEncoder(encoder);
    }

    private final class RecallingReader implements SentenceReader {
        private final SentenceReader reader;

        RecallingReader(SentenceReader reader) {
            this.reader = reader;
        }

        @Override
        public List<SplitSentence> split(String text, Span range) {
            return sentences
                    .computeIfAbsent(range.of(text), passage -> reader.split(passage, new Span(0, passage.length())))
                    .stream()
                    .map(sentence -> sentence.shifted(range.start()))
                    .toList();
        }

        @Override
        public WordedSentence tag(SplitSentence sentence) {
            var tokens = sentence.tokens();
            var normals = tokens.stream().map(Token::normal).collect(Collectors.joining(BETWEEN));
            var known = tags.computeIfAbsent(
                    normals,
                    _ -> reader.tag(sentence).words().stream().map(Tagged::of).toList());
            return new WordedSentence(IntStream.range(0, tokens.size())
                    .mapToObj(at -> known.get(at).word(tokens.get(at)))
                    .toList());
        }
    }

    private final class RecallingEncoder implements SentenceEncoder {
        private final SentenceEncoder encoder;

        RecallingEncoder(SentenceEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public List<Encoded> read(List<String> texts) {
            var missing = new LinkedHashSet<>(texts);
            missing.removeAll(encoded.keySet());
            var distinct = List.copyOf(missing);
            var read = encoder.read(distinct);
            for (var index = 0; index < read.size(); index++) encoded.put(distinct.get(index), read.get(index));
            return texts.stream()
                    .map(text -> Objects.requireNonNull(encoded.get(text)))
                    .toList();
        }

        @Override
        public List<Embedding> glance(List<String> texts) {
            return encoder.glance(texts);
        }

        @Override
        public int traits() {
            return encoder.traits();
        }

        @Override
        public int dimensions() {
            return encoder.dimensions();
        }

        @Override
        public SentenceEncoder without(String organisation) {
            return encoder.without(organisation);
        }

        @Override
        public String identity() {
            return encoder.identity();
        }

        /** The encoder beneath stays open. */
        @Override
        public void close() {}
    }
}
