package dev.touchstone.models.classify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells at a glance which sentences are worth reading: those that name a value, those in which the whole model, to go by their
 * words, may find one, and those that seem to argue with a concern, whether or not a value bundles it. The tagger and the encoder,
 * which cost most of an audit, never see the others.
 *
 * @param glimpses heads that see words alone, and those in no order
 * @param worth how likely the whole model finds a value, by what the glimpses suggest
 * @param cut permille of {@link #strength} from which a sentence is read
 */
record Sieve(Heads glimpses, Combiner worth, int cut) {
    /** Share of the sentences with references that the whole model finds which may be held back. */
    private static final double LOST = 0.01;
    /** Of fewer sentences a share says nothing. */
    private static final int FEWEST = 100;

    private static final int TOP = 3;

    /** Lower than what makes an argument ({@link Arguments}), because a glance is timid. */
    private static final double ARGUED = 0.25;

    private static final double REASON = 0.45;

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

    /** The highest that holds back hardly any of an organisation's, whichever it is: the next may be like the worst. */
    static int cut(Map<String, List<Double>> byOrganisation) {
        var groups = Stream.concat(
                byOrganisation.values().stream().filter(strengths -> strengths.size() >= FEWEST),
                Stream.of(byOrganisation.values().stream().flatMap(List::stream).toList()));
        return groups.mapToInt(Sieve::cut).min().orElse(0);
    }

    /** The same, letting more pass when it holds back too many of these. */
    Sieve keeping(List<Double> strengths) {
        return new Sieve(glimpses, worth, Math.min(cut, cut(strengths)));
    }

    boolean passes(SentenceInContext context, List<ValueProfile> values) {
        if (isNamed(context.sentence(), values)) return true;
        var suggested = glimpses.probabilities(context.atAGlance());
        return worth.probability(features(glimpses, suggested, context, values)) * 1000 >= cut || argues(suggested);
    }

    private boolean argues(float[] suggested) {
        return suggested[glimpses.concerns() + Heads.Tone.REASON.place] >= REASON
                && IntStream.range(0, glimpses.concerns()).anyMatch(concern -> suggested[concern] >= ARGUED);
    }

    /** How strongly a sentence suggests that it bears on the values: 1 where it names one, else a probability. */
    double strength(SentenceInContext context, List<ValueProfile> values) {
        return isNamed(context.sentence(), values) ? 1 : worth.probability(features(glimpses, context, values));
    }

    /** Whether a term of a value stands in a sentence, or may stand there when its parts of speech are known. */
    static boolean isNamed(ReadText sentence, List<ValueProfile> values) {
        return values.stream()
                .anyMatch(value -> Keywords.occur(value.value(), sentence.text()) || mayStandIn(sentence, value));
    }

    private static boolean mayStandIn(ReadText text, ValueProfile value) {
        return value.terms().mayStandIn(text.tokens());
    }

    /** A sentence at a glance, in named numbers. */
    static Map<String, Double> features(Heads glimpses, SentenceInContext context, List<ValueProfile> values) {
        return features(glimpses, glimpses.probabilities(context.atAGlance()), context, values);
    }

    private static Map<String, Double> features(
            Heads glimpses, float[] suggested, SentenceInContext context, List<ValueProfile> values) {
        var bundled =
                values.stream().flatMap(value -> value.concerns().stream()).collect(Collectors.toUnmodifiableSet());
        var every = IntStream.range(0, glimpses.concerns()).boxed().collect(Collectors.toUnmodifiableSet());
        var features = new LinkedHashMap<String, Double>();
        concerns(features, "bundled", strongest(suggested, bundled));
        concerns(features, "any", strongest(suggested, every));
        var silent = 1.0;
        for (var tone : Heads.Tone.values()) {
            var probability = suggested[glimpses.concerns() + tone.place];
            features.put("tone " + tone, Vectors.logit(probability));
            silent *= 1 - probability;
        }
        features.put("one of the tones", Vectors.logit(1 - silent));
        features.put("term in heading", flag(named(context.heading(), values)));
        features.put("term in title", flag(named(context.title(), values)));
        return features;
    }

    private static double[] strongest(float[] suggested, Set<Integer> concerns) {
        return concerns.stream()
                .mapToDouble(concern -> -suggested[concern])
                .sorted()
                .map(negative -> -negative)
                .toArray();
    }

    /** @param strongest probabilities, the highest first */
    private static void concerns(Map<String, Double> features, String which, double[] strongest) {
        var top = 0.0;
        for (var i = 0; i < Math.min(TOP, strongest.length); i++) top += strongest[i] / TOP;
        var none = 1.0;
        for (var probability : strongest) none *= 1 - probability;
        features.put("strongest of " + which, Vectors.logit(strongest.length == 0 ? 0 : strongest[0]));
        features.put("three of " + which, Vectors.logit(top));
        features.put("one of " + which, Vectors.logit(1 - none));
    }

    private static boolean named(ReadText text, List<ValueProfile> values) {
        return values.stream().anyMatch(value -> mayStandIn(text, value));
    }

    private static double flag(boolean on) {
        return on ? 1 : 0;
    }
}
