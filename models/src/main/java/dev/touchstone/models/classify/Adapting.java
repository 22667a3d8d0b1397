package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns from an organisation's own labels on top of weights that have not seen them. How strongly is chosen, and the threshold
 * too, by what each fold of documents gets right when it is held back.
 */
final class Adapting {
    private static final int FOLDS = 5;
    private static final int FEWEST_REFERENCES = 3;
    /** Labelled sentences from which on a hidden layer is tried; with fewer it gains nothing, and takes its time. */
    private static final int MANY = 1000;

    private static final long SEED = 1;
    /** On squared weights: from bold to timid. */
    private static final List<Double> PENALTIES = List.of(1.0, 3.0, 10.0, 30.0, 100.0);

    private final Weights base;
    private final List<Value.Id> values;
    private final List<Taught> sentences;
    private final boolean many;

    /**
     * Reads the labels.
     *
     * @param labels of one organisation; what the weights were trained on is better known without them than it should be
     * @throws BadInput when they are of too few documents to hold any back
     */
    Adapting(Corpus corpus, Weights base, Charter charter, List<LabelledSentence> labels) {
        this.base = base.with(base.sieve().keeping(strengths(corpus, base, charter, labels)));
        this.values = charter.values().stream().map(Value::id).toList();
        var recognisers = corpus.recogniser(this.base, charter, Optional.empty());
        this.sentences = labels.stream()
                .flatMap(sentence -> {
                    var recogniser = recognisers.apply(sentence.example());
                    var context = corpus.context(sentence.example());
                    return recogniser.isWorthReading(context)
                            ? Stream.of(taught(sentence, recogniser.judging(context), recogniser))
                            : Stream.of();
                })
                .toList();
        this.many = labels.size() >= MANY;
        if (this.sentences.stream().map(Adapting::fold).distinct().count() < 2)
            throw new BadInput(
                    "labels of so few documents cannot be checked on others; label sentences of several more");
    }

    /** How strongly the sentences with references suggest these at a glance. */
    private static List<Double> strengths(Corpus corpus, Weights base, Charter charter, List<LabelledSentence> labels) {
        var recognisers = corpus.recogniser(base, charter, Optional.empty());
        return labels.stream()
                .filter(sentence -> !sentence.labels().isEmpty())
                .map(LabelledSentence::example)
                .map(example -> recognisers.apply(example).strength(corpus.context(example)))
                .toList();
    }

    private Taught taught(LabelledSentence sentence, Judging judging, Recogniser recogniser) {
        var answers = recogniser.presences(judging).stream()
                .filter(presence ->
                        !sentence.disputed().contains(presence.value().id()))
                .map(presence -> new Taught.Answer(
                        presence.value().id(),
                        presence.odds(),
                        sentence.label(presence.value().id()).isPresent()))
                .toList();
        return new Taught(sentence.example().document(), Shown.of(judging, values), answers);
    }

    Training.Adapted run(String organisation) {
        var known = sentences.stream()
                .flatMap(sentence -> sentence.answers().stream())
                .map(answer -> new Thresholds.Scored(Vectors.sigmoid(answer.known()), answer.yes()))
                .toList();
        var best = Optional.<Candidate>empty();
        for (var way : ways()) {
            var candidate = candidate(way);
            if (best.isEmpty() || candidate.loss() < best.get().loss()) best = Optional.of(candidate);
        }
        var chosen = best.orElseThrow();
        var shifts = chosen.way().apply(sentences);
        var learnt = new Adaptation(values, shifts, chosen.cuts(shifts.byValue().keySet()));
        var weights = base.adapted(organisation, learnt, chosen.cut());
        return new Training.Adapted(
                weights,
                Thresholds.f1(known, base.cut().found() / 1000.0),
                Thresholds.f1(chosen.all(), chosen.cut().found() / 1000.0));
    }

    /** How shifts may be learnt from sentences. */
    private List<Function<List<Taught>, Shifts>> ways() {
        var ways = new ArrayList<Function<List<Taught>, Shifts>>();
        for (var penalty : PENALTIES) ways.add(some -> linear(some, penalty));
        if (many) ways.add(some -> HiddenTraining.train(spokenOf(some), some, SEED));
        return ways;
    }

    /** @param heldBack every answer, judged by what was learnt from other documents */
    private record Candidate(Function<List<Taught>, Shifts> way, List<Judged> heldBack) {
        List<Thresholds.Scored> all() {
            return heldBack.stream().map(Judged::scored).toList();
        }

        Cut cut() {
            return Thresholds.cut(List.of(all()));
        }

        Map<String, Cut> cuts(Set<String> values) {
            return values.stream().collect(Collectors.toMap(value -> value, this::cut));
        }

        private Cut cut(String value) {
            var own = heldBack.stream()
                    .filter(judged -> judged.value().text().equals(value))
                    .map(Judged::scored)
                    .toList();
            return Thresholds.cut(own, all());
        }

        /** Mean negative log-likelihood. */
        double loss() {
            return heldBack.stream()
                    .map(Judged::scored)
                    .mapToDouble(
                            row -> -Math.log(Math.max(row.gold() ? row.probability() : 1 - row.probability(), 1e-6)))
                    .average()
                    .orElse(0);
        }
    }

    private record Judged(Value.Id value, Thresholds.Scored scored) {}

    private Candidate candidate(Function<List<Taught>, Shifts> way) {
        var heldBack = IntStream.range(0, FOLDS)
                .parallel()
                .boxed()
                .flatMap(fold -> {
                    var learnt = way.apply(sentences.stream()
                            .filter(sentence -> fold(sentence) != fold)
                            .toList());
                    return sentences.stream()
                            .filter(sentence -> fold(sentence) == fold)
                            .flatMap(sentence -> judged(learnt, sentence));
                })
                .toList();
        return new Candidate(way, heldBack);
    }

    private static Stream<Judged> judged(Shifts learnt, Taught sentence) {
        var told = learnt.told(sentence.shown());
        return sentence.answers().stream()
                .map(answer -> new Judged(
                        answer.value(),
                        new Thresholds.Scored(
                                Vectors.sigmoid(learnt.odds(answer.value(), answer.known(), told)), answer.yes())));
    }

    private static int fold(Taught sentence) {
        return Math.floorMod(sentence.document().hashCode(), FOLDS);
    }

    /** The values that enough sentences refer to. */
    private static List<Value.Id> spokenOf(List<Taught> sentences) {
        return sentences.stream()
                .flatMap(sentence -> sentence.answers().stream())
                .filter(Taught.Answer::yes)
                .collect(Collectors.groupingBy(Taught.Answer::value, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(references -> references.getValue() >= FEWEST_REFERENCES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Shifts linear(List<Taught> sentences, double penalty) {
        var shifts = new TreeMap<String, double[]>();
        for (var value : spokenOf(sentences)) shifts.put(value.text(), linear(value, sentences, penalty));
        return new Shifts(new Basis.Plain(), shifts);
    }

    private static double[] linear(Value.Id value, List<Taught> sentences, double penalty) {
        var inputs = new ArrayList<double[]>();
        var answers = new ArrayList<Taught.Answer>();
        for (var sentence : sentences)
            for (var answer : sentence.answers()) {
                if (!answer.value().equals(value)) continue;
                inputs.add(input(answer.known(), sentence.shown().numbers()));
                answers.add(answer);
            }
        return LogisticFit.fit(
                inputs.toArray(double[][]::new),
                answers.stream().map(Taught.Answer::yes).toList(),
                answers.stream().mapToDouble(Taught.Answer::known).toArray(),
                penalty);
    }

    private static double[] input(double known, double[] shown) {
        var input = new double[shown.length + 2];
        input[0] = known;
        System.arraycopy(shown, 0, input, 1, shown.length);
        input[shown.length + 1] = 1;
        return input;
    }
}
