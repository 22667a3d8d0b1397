package dev.touchstone.models.classify;

import dev.touchstone.models.classify.Term.Likeness;
import dev.touchstone.models.classify.Term.Match;
import dev.touchstone.models.classify.ValueProfile.Likened;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one sentence is like one value, by signals that do not know of each other.
 *
 * @param matches places where a term of the value stands
 * @param concern probability that the sentence bears on one of the value's concerns
 */
record Resemblance(
        ValueProfile profile,
        List<Match> matches,
        Nearest statement,
        Nearest behaviour,
        Nearest counterBehaviour,
        Nearest alternative,
        double concern) {
    Resemblance {
        matches = List.copyOf(matches);
    }

    /**
     * The text of a value that a sentence is most like.
     *
     * @param text empty when the charter has none of this kind
     * @param likeness in standard deviations above an ordinary sentence's; 0 without a text
     * @param similarity the inner product itself
     */
    record Nearest(String text, double likeness, double similarity) {
        static final Nearest NONE = new Nearest("", 0, 0);

        static Nearest of(List<Likened> texts, float[] vector) {
            return texts.stream()
                    .map(text -> of(text, text.similarity(vector)))
                    .max(Comparator.comparingDouble(Nearest::likeness))
                    .orElse(NONE);
        }

        private static Nearest of(Likened text, float similarity) {
            return new Nearest(text.read().text(), text.ordinary().standardised(similarity), similarity);
        }
    }

    static Resemblance of(ValueProfile profile, SentenceInContext context, float[] probabilities) {
        var sentence = context.sentence();
        var vector = sentence.vector();
        return new Resemblance(
                profile,
                matches(profile, sentence),
                Nearest.of(profile.statements(), vector),
                Nearest.of(profile.behaviours(), vector),
                Nearest.of(profile.counterBehaviours(), vector),
                Nearest.of(profile.alternatives(), vector),
                either(profile, probabilities));
    }

    static List<Match> matches(ValueProfile profile, ReadText text) {
        var matches = new ArrayList<Match>();
        for (var term : profile.terms().all()) matches.addAll(term.matches(text.words()));
        return matches;
    }

    /** Probability of at least one of the concerns, as if they were independent. */
    private static double either(ValueProfile profile, float[] probabilities) {
        var none = 1.0;
        for (var concern : profile.concerns()) none *= 1 - probabilities[concern];
        return 1 - none;
    }

    /** Standard deviations of the text of the value that is nearest, whichever kind it is. */
    double own() {
        return Math.max(statement.likeness(), Math.max(behaviour.likeness(), counterBehaviour.likeness()));
    }

    long distinctTerms() {
        return matches.stream().map(Match::term).distinct().count();
    }

    /** How like the best match is; empty without one. */
    Optional<Likeness> termLikeness() {
        return matches.stream().map(Match::likeness).max(Comparator.naturalOrder());
    }
}
