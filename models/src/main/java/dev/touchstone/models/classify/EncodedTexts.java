package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.djl.Encoded;
import java.util.ArrayList;
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

/**
 * The sentences of several documents in the encoder's space, with their headings and titles. All are glanced at; those that are
 * worth it are read, all in one go.
 */
final class EncodedTexts {
    private final Map<String, ReadText> around;
    private final Map<String, Embedding> glances;
    private final IdentityHashMap<ReadDocument, BitSet> chosen = new IdentityHashMap<>();
    private final Map<String, Encoded> encoded;
    private final ReadText nothing;

    /** @param worthReading asked about sentences without neighbours that nobody has read */
    EncodedTexts(LanguageModels language, List<ReadDocument> documents, Predicate<SentenceInContext> worthReading) {
        var encoder = language.encoder();
        nothing = ReadText.empty(encoder);
        around = language.read(headings(documents));
        for (var document : documents) chosen.put(document, speaking(document));
        glances = byText(chosenTexts(documents), encoder::glance);
        var passing = SideBySide.map(
                documents, document -> document.sentences().size(), document -> passing(document, worthReading));
        for (var i = 0; i < documents.size(); i++) chosen.put(documents.get(i), passing.get(i));
        encoded = byText(chosenTexts(documents), encoder::read);
    }

    private static Set<String> headings(List<ReadDocument> documents) {
        var headings = new ArrayList<String>();
        for (var document : documents) {
            headings.add(document.document().metadata().title());
            document.document().outline().sections().forEach(section -> headings.add(section.heading()));
        }
        return headings.stream().collect(Collectors.toCollection(LinkedHashSet::new));
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
                words(document, sentence).read(encoded(text)),
                around(document.document().metadata().title()),
                around(document.heading(sentence)),
                neighbour(document, sentence, -1),
                neighbour(document, sentence, 1));
    }

    private SentenceInContext glimpsed(ReadDocument document, int sentence) {
        return new SentenceInContext(
                words(document, sentence),
                around(document.document().metadata().title()),
                around(document.heading(sentence)),
                nothing,
                nothing);
    }

    private ReadText around(String text) {
        return Objects.requireNonNull(around.get(text), text);
    }

    /** The next sentence on one side that is no heading; of neighbours, words count. */
    private ReadText neighbour(ReadDocument document, int sentence, int step) {
        return IntStream.iterate(
                        sentence + step, i -> i >= 0 && i < document.sentences().size(), i -> i + step)
                .filter(document::speaks)
                .mapToObj(i -> words(document, i))
                .findFirst()
                .orElse(nothing);
    }

    private ReadText words(ReadDocument document, int sentence) {
        var text = document.text(sentence);
        return new ReadText(text, document.worded().get(sentence).words(), glance(text), nothing.encoded());
    }

    private Embedding glance(String text) {
        return Objects.requireNonNull(glances.get(text), text);
    }
}
