package dev.touchstone.models.classify;

import dev.touchstone.models.djl.Encoded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sentences of several documents in the encoder's space, all encoded in one go, with their headings and titles. */
final class EncodedTexts {
    private final Map<String, Encoded> encoded;
    private final Map<String, ReadText> around;
    private final ReadText nothing;

    EncodedTexts(LanguageModels language, List<ReadDocument> documents) {
        nothing = ReadText.empty(language.encoder());
        var texts = new LinkedHashSet<String>();
        for (var document : documents)
            for (var i = 0; i < document.sentences().size(); i++) texts.add(document.text(i));
        encoded = encoded(language, List.copyOf(texts));
        around = language.read(headings(documents));
    }

    private static Map<String, Encoded> encoded(LanguageModels language, List<String> texts) {
        var found = language.encoder().read(texts);
        var encoded = new HashMap<String, Encoded>();
        for (var i = 0; i < texts.size(); i++) encoded.put(texts.get(i), found.get(i));
        return encoded;
    }

    private static Set<String> headings(List<ReadDocument> documents) {
        var headings = new ArrayList<String>();
        for (var document : documents) {
            headings.add(document.document().metadata().title());
            document.document().outline().sections().forEach(section -> headings.add(section.heading()));
        }
        return headings.stream().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    ReadText sentence(ReadDocument document, int sentence) {
        var text = document.text(sentence);
        return new ReadText(
                text, document.worded().get(sentence).words(), Objects.requireNonNull(encoded.get(text), text));
    }

    SentenceInContext context(ReadDocument document, int sentence) {
        return new SentenceInContext(
                sentence(document, sentence),
                around(document.document().metadata().title()),
                around(document.heading(sentence)),
                neighbour(document, sentence, -1),
                neighbour(document, sentence, 1));
    }

    private ReadText around(String text) {
        return Objects.requireNonNull(around.get(text), text);
    }

    /** The next sentence on one side that is no heading. */
    private ReadText neighbour(ReadDocument document, int sentence, int step) {
        return IntStream.iterate(
                        sentence + step, i -> i >= 0 && i < document.sentences().size(), i -> i + step)
                .filter(document::speaks)
                .mapToObj(i -> sentence(document, i))
                .findFirst()
                .orElse(nothing);
    }
}
