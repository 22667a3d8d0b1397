package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.models.Recent;
import dev.touchstone.models.classify.Cue.Kind;
import dev.touchstone.models.classify.Heads.Tone;
import dev.touchstone.models.classify.Resemblance.Nearest;
import dev.touchstone.models.classify.Term.Likeness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A (sentence, value) pair in numbers for the combiner. Numbers carry names, so that weights can be read and a file of weights
 * made for other features is refused.
 */
final class PairFeatures {
    private static final int REMEMBERED = 10_000;

    private final BagOfWords bag;
    /** Sentences of one section share their heading. */
    private final Recent<Around, Double> remembered = new Recent<>(REMEMBERED);

    PairFeatures(BagOfWords bag) {
        this.bag = bag;
    }

    private record Around(Value.Id value, String text) {}

    /** One map for each value of the charter, in its order; all maps have the same names in the same order. */
    List<Map<String, Double>> of(Judging judging) {
        var shared = shared(judging);
        var features = new ArrayList<Map<String, Double>>();
        for (var value = 0; value < judging.resemblances().size(); value++) features.add(pair(judging, value, shared));
        return features;
    }

    private Map<String, Double> pair(Judging judging, int value, Map<String, Double> shared) {
        var own = judging.resemblances().get(value);
        var others = Stream.iterate(0, i -> i < judging.resemblances().size(), i -> i + 1)
                .filter(i -> i != value)
                .map(judging.resemblances()::get)
                .toList();
        var features = new LinkedHashMap<String, Double>();
        terms(features, own, judging.context());
        likeness(features, own, others, judging.context());
        concerns(features, own, others);
        features.putAll(shared);
        combined(features);
        return features;
    }

    private void terms(Map<String, Double> features, Resemblance own, SentenceInContext context) {
        var keyword = Keywords.occur(own.profile().value(), context.sentence().text());
        features.put("keyword", flag(keyword));
        var best = own.termLikeness();
        for (var likeness : Likeness.values())
            features.put("term by " + likeness, flag(best.equals(Optional.of(likeness))));
        features.put("any term", flag(keyword || best.isPresent()));
        features.put("distinct terms", (double) Math.min(own.distinctTerms(), 3));
        features.put(
                "term rarity",
                own.matches().stream()
                        .mapToDouble(match -> match.term().words().stream()
                                .mapToDouble(word -> bag.rarityOf(word.lemma()))
                                .max()
                                .orElse(0))
                        .max()
                        .orElse(0));
        features.put("term in heading", term(own, context.heading()));
        features.put("term in title", term(own, context.title()));
        features.put("term near", Math.max(term(own, context.before()), term(own, context.after())));
    }

    private static double term(Resemblance own, ReadText text) {
        return flag(!Resemblance.matches(own.profile(), text).isEmpty());
    }

    private void likeness(
            Map<String, Double> features, Resemblance own, List<Resemblance> others, SentenceInContext context) {
        features.put("like statement", own.statement().likeness());
        features.put("like behaviour", own.behaviour().likeness());
        features.put("like counter-behaviour", own.counterBehaviour().likeness());
        features.put("like alternative", own.alternative().likeness());
        features.put("like value", own.own());
        features.put(
                "similarity",
                Math.max(own.statement().similarity(), own.behaviour().similarity()));
        var rivals = others.stream().mapToDouble(Resemblance::own).summaryStatistics();
        features.put("like value over mean", others.isEmpty() ? 0 : own.own() - rivals.getAverage());
        features.put("like value over best", others.isEmpty() ? 0 : own.own() - rivals.getMax());
        features.put("heading like value", around(own, context.heading()));
        features.put("title like value", around(own, context.title()));
    }

    private double around(Resemblance own, ReadText text) {
        if (text.words().isEmpty()) return 0;
        var key = new Around(own.profile().value().id(), text.text());
        return remembered.find(key).orElseGet(() -> {
            var likeness = around(own.profile(), text);
            remembered.keep(key, likeness);
            return likeness;
        });
    }

    private static double around(ValueProfile profile, ReadText text) {
        return Math.max(
                Nearest.of(profile.statements(), text.vector()).likeness(),
                Nearest.of(profile.behaviours(), text.vector()).likeness());
    }

    private static void concerns(Map<String, Double> features, Resemblance own, List<Resemblance> others) {
        var rival = others.stream().mapToDouble(Resemblance::concern).max().orElse(0);
        features.put("concern", own.concern());
        features.put("concern odds", Vectors.logit(own.concern()));
        features.put("concern over best", own.concern() - rival);
        features.put("concerns", Math.log(own.profile().concerns().size() + 1.0));
    }

    /** What is said of the sentence, whatever the value. */
    private static Map<String, Double> shared(Judging judging) {
        var features = new LinkedHashMap<String, Double>();
        var context = judging.context();
        var none = 1.0;
        for (var i = 0; i < judging.concerns(); i++) none *= 1 - judging.probabilities()[i];
        features.put("any concern", 1 - none);
        features.put("any concern odds", Vectors.logit(1 - none));
        for (var tone : Tone.values()) features.put("tone " + tone, Vectors.logit(judging.tone(tone)));
        var cues = judging.cues();
        for (var kind : Kind.values()) features.put("cue " + kind, (double) Math.min(cues.plain(kind), 3));
        features.put("denied cost", (double) Math.min(cues.denied(Kind.COST), 3));
        features.put("denied benefit", (double) Math.min(cues.denied(Kind.BENEFIT), 3));
        features.put("balance", (double) Math.clamp(cues.balance(), -3, 3));
        features.put("length", Math.log(context.sentence().words().size() + 1.0));
        features.put("values with a term", (double) judging.resemblances().stream()
                .filter(resemblance -> resemblance.termLikeness().isPresent())
                .count());
        features.put("values", Math.log(judging.resemblances().size()));
        var heading = HeadingKind.of(context.heading().text());
        for (var kind : HeadingKind.values()) features.put("heading " + kind, flag(kind == heading));
        return features;
    }

    private static void combined(Map<String, Double> features) {
        for (var left : List.of("any term", "keyword"))
            for (var right :
                    List.of("any concern odds", "concern odds", "like value", "like value over best", "term rarity"))
                features.put(left + " × " + right, number(features, left) * number(features, right));
        features.put("concern × like value", number(features, "concern") * number(features, "like value"));
        features.put("any concern × like value", number(features, "any concern") * number(features, "like value"));
        features.put(
                "any concern × like value over best",
                number(features, "any concern") * number(features, "like value over best"));
    }

    private static double number(Map<String, Double> features, String name) {
        var number = features.get(name);
        if (number == null) throw new IllegalStateException("no feature " + name);
        return number;
    }

    private static double flag(boolean on) {
        return on ? 1 : 0;
    }
}
