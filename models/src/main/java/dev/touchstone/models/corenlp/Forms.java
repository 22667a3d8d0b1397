package dev.touchstone.models.corenlp;

import java.util.List;

/**
 * What a word may be a form of, whichever part of speech it is.
 * <pre>
 * "left"      lemmas left, leave
 * </pre>
 *
 * @param lemmas in lower case, the shortest first; at least one
 * @param stems of the lemmas that have one long enough to tell relatives by
 */
public record Forms(List<String> lemmas, List<String> stems) {
    public Forms {
        lemmas = List.copyOf(lemmas);
        stems = List.copyOf(stems);
        if (lemmas.isEmpty()) throw new IllegalArgumentException("a word is a form of itself at least");
    }

    public static Forms of(List<String> lemmas) {
        return new Forms(
                lemmas,
                lemmas.stream()
                        .map(Stem::of)
                        .filter(stem -> stem.length() >= Stem.SHORTEST)
                        .distinct()
                        .toList());
    }
}
