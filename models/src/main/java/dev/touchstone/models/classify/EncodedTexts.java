package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.djl.Encoded;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sentences of several documents in the encoder's space, with their headings and titles. All are glanced at; those that are
 * worth it are tagged and read, with what stands around them, all in one go.
 */
final class EncodedTexts {
    private final LanguageModels language;
    private final Map<String, ReadText> around = new HashMap<>();
    private final Map<String, Embedding> glances;
    private final IdentityHashMap<ReadDocument, BitSet> chosen = new IdentityHashMap<>();
    private final Map<String, Encoded> encoded;
    private final ReadText nothing;

    /** @param worthReading asked about sentences without neighbours that nobody has read */
    EncodedTexts(LanguageModels language, List<ReadDocument> documents, Predicate<SentenceInContext> worthReading) {
        this.language = language;
        var encoder = language.encoder();
        nothing = ReadText.empty(encoder);
        for (var document : documents) chosen.put(document, speaking(document));
        around.putAll(language.split(headings(documents)));
        glances = byText(chosenTexts(documents), encoder::glance);
        var passing = SideBySide.map(
                documents, document -> document.sentences().size(), document -> passing(document, worthReading));
        for (var i = 0; i < documents.size(); i++) chosen.put(documents.get(i), passing.get(i));
        around.putAll(language.read(headings(documents)));
        encoded = byText(chosenTexts(documents), encoder::read);
    }

    /** Titles and headings of the chosen sentences. */
    private Set<String> headings(List<ReadDocument> documents) {
        return documents.stream()
                .flatMap(document -> bits(document).stream()
                        .boxed()
                        .flatMap(sentence ->
                                Stream.of(document.document().metadata().title(), document.heading(sentence))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static BitSet speaking(ReadDocument document) {
        return sentences(document, document::speaks);
    }

    private BitSet passing(ReadDocument document, Predicate<SentenceInContext> worthReading) {
        return sentences(
                document, sentence -> isRead(document, sentence) && worthReading.test(glimpsed(document, sentence)));
    }

    private static BitSet sentences(ReadDocument document, IntPredicate which) {
        return IntStream.range(0, document.sentences().size())
                .filter(which)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private List<String> chosenTexts(List<ReadDocument> documents) {
        return documents.stream()
                .flatMap(document -> bits(document).stream().mapToObj(document::text))
                .distinct()
                .toList();
    }

    private static <T> Map<String, T> byText(List<String> texts, Function<List<String>, List<T>> reader) {
        var read = reader.apply(texts);
        var byText = new HashMap<String, T>();
        for (var i = 0; i < texts.size(); i++) byText.put(texts.get(i), read.get(i));
        return byText;
    }

    private BitSet bits(ReadDocument document) {
        return Objects.requireNonNull(chosen.get(document));
    }

    /** Whether the encoder has seen a sentence. */
    boolean isRead(ReadDocument document, int sentence) {
        return bits(document).get(sentence);
    }

    /** Where a sentence lies; nowhere when it was not worth reading. */
    Embedding embedding(ReadDocument document, int sentence) {
        return isRead(document, sentence)
                ? encoded(document.text(sentence)).embedding()
                : nothing.encoded().embedding();
    }

    private Encoded encoded(String text) {
        return Objects.requireNonNull(encoded.get(text), text);
    }

    SentenceInContext context(ReadDocument document, int sentence) {
        var text = document.text(sentence);
        return new SentenceInContext(
                tagged(document, sentence).read(encoded(text)),
                around(document.document().metadata().title()),
                around(document.heading(sentence)),
                neighbour(document, sentence, -1),
                neighbour(document, sentence, 1));
    }

    private SentenceInContext glimpsed(ReadDocument document, int sentence) {
        return new SentenceInContext(
                split(document, sentence),
                around(document.document().metadata().title()),
                around(document.heading(sentence)),
                nothing,
                nothing);
    }

    private ReadText around(String text) {
        return Objects.requireNonNull(around.get(text), text);
    }

    /**
     * The next sentence on one side that is no heading. Of neighbours the terms of values count, which one that was not worth reading
     * has none of; so it needs no tags.
     */
    private ReadText neighbour(ReadDocument document, int sentence, int step) {
        return IntStream.iterate(
                        sentence + step, i -> i >= 0 && i < document.sentences().size(), i -> i + step)
                .filter(document::speaks)
                .mapToObj(i -> isRead(document, i) ? tagged(document, i) : split(document, i))
                .findFirst()
                .orElse(nothing);
    }

    private ReadText tagged(ReadDocument document, int sentence) {
        return split(document, sentence)
                .tagged(language.sentences().tag(document.split().get(sentence)).words());
    }

    private ReadText split(ReadDocument document, int sentence) {
        var text = document.text(sentence);
        return new ReadText(text, document.split().get(sentence).tokens(), List.of(), glance(text), nothing.encoded());
    }

    private Embedding glance(String text) {
        return Objects.requireNonNull(glances.get(text), text);
    }
}
