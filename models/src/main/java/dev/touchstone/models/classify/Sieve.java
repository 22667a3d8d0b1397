package dev.touchstone.models.classify;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells at a glance which sentences are worth reading: those that name a value, and those whose words suggest a concern. The
 * encoder, which costs most of an audit, never sees the others.
 *
 * @param glimpses heads that see words alone, and those in no order
 * @param cut permille of {@link #strength} from which a sentence is read
 */
record Sieve(Heads glimpses, int cut) {
    /** How much stronger a concern must be that no value bundles: it may be a reason that the charter does not name. */
    private static final double UNNAMED = 3;

    /** Share of sentences with references that may be held back. */
    private static final double LOST = 0.02;

    /**
     * The highest cut that holds back hardly a sentence with references.
     *
     * @param strengths of such sentences
     */
    static int cut(List<Double> strengths) {
        if (strengths.isEmpty()) return 0;
        var sorted = strengths.stream().sorted().toList();
        return (int) Math.floor(1000 * sorted.get((int) (LOST * sorted.size())));
    }

    /** The same, letting more pass when it holds back too many of these. */
    Sieve keeping(List<Double> strengths) {
        return new Sieve(glimpses, Math.min(cut, cut(strengths)));
    }

    boolean passes(SentenceInContext context, List<ValueProfile> values) {
        return strength(context, values) * 1000 >= cut;
    }

    /** How strongly a sentence suggests that it bears on the values: 1 where it names one, else a concern's probability. */
    double strength(SentenceInContext context, List<ValueProfile> values) {
        if (isNamed(context.sentence(), values)) return 1;
        var suggested = glimpses.probabilities(context.atAGlance());
        var bundled =
                values.stream().flatMap(value -> value.concerns().stream()).mapToDouble(concern -> suggested[concern]);
        var unnamed = IntStream.range(0, glimpses.concerns()).mapToDouble(concern -> suggested[concern] / UNNAMED);
        return Math.max(bundled.max().orElse(0), unnamed.max().orElse(0));
    }

    private static boolean isNamed(ReadText sentence, List<ValueProfile> values) {
        return values.stream()
                .anyMatch(value -> Keywords.occur(value.value(), sentence.text())
                        || !Resemblance.matches(value, sentence).isEmpty());
    }
}
