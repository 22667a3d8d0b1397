package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which concerns a value bundles: those that its charter lists, else those that its own texts speak of. */
final class Concerns {
    /** A charter that lists none gets at most as many as charters that list some have. */
    private static final int MOST = 5;

    private static final double LEAST = 0.15;

    private Concerns() {}

    /** @param read the charter's texts at least */
    static Bundle bundle(Value value, Map<String, ReadText> read, Heads heads) {
        var listed = value.details().concerns();
        return places(listed, heads).isEmpty()
                ? new Bundle(value.id(), suggested(value, read, heads), Bundle.Origin.SUGGESTED)
                : new Bundle(value.id(), listed, Bundle.Origin.LISTED);
    }

    /** Places in the inventory of those that the heads know. */
    static SortedSet<Integer> places(List<String> concerns, Heads heads) {
        var places = new TreeSet<Integer>();
        for (var concern : concerns) {
            var place = heads.labels().indexOf(concern);
            if (place >= 0 && place < heads.concerns()) places.add(place);
        }
        return places;
    }

    private static List<String> suggested(Value value, Map<String, ReadText> read, Heads heads) {
        var strongest = new float[heads.concerns()];
        for (var text : speaking(value)) {
            var probabilities = heads.probabilities(alone(Objects.requireNonNull(read.get(text), text)));
            for (var i = 0; i < strongest.length; i++) strongest[i] = Math.max(strongest[i], probabilities[i]);
        }
        return IntStream.range(0, strongest.length)
                .boxed()
                .filter(concern -> strongest[concern] >= LEAST)
                .sorted(Comparator.comparingDouble(concern -> -strongest[concern]))
                .limit(MOST)
                .map(heads.labels()::get)
                .toList();
    }

    private static List<String> speaking(Value value) {
        var texts = new ArrayList<>(List.of(value.statement()));
        texts.addAll(value.conduct().behaviours());
        texts.addAll(value.conduct().counterBehaviours());
        return texts;
    }

    private static SentenceInContext alone(ReadText text) {
        var nothing = text.nothing();
        return new SentenceInContext(text, nothing, nothing, nothing, nothing);
    }
}
