package dev.touchstone.models.corenlp;

import dev.touchstone.models.Recent;
import edu.stanford.nlp.process.Morphology;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Cuts the endings of words in every way that a part of speech would have them cut. Safe from several threads. */
final class FormsReader {
    /** Of the tagger's tags those that have endings of their own cut; all others cut like one of them, or nothing. */
    private static final List<String> TAGS =
            List.of("NNS VB VBD VBZ JJR JJS RB RBR RBS MD DT CD PRP TO POS".split(" ", -1));

    private static final int REMEMBERED = 50_000;

    private final Recent<String, Forms> remembered = new Recent<>(REMEMBERED);

    Forms forms(String word) {
        return remembered.find(word).orElseGet(() -> {
            var forms = Forms.of(lemmas(word));
            remembered.keep(word, forms);
            return forms;
        });
    }

    private static List<String> lemmas(String word) {
        var morphology = new Morphology();
        return Stream.concat(Stream.of(word), TAGS.stream().map(tag -> morphology.lemma(word, tag)))
                .map(lemma -> lemma.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
