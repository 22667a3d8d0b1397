package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    /** On squared weights: from bold to timid. */
    private static final List<Double> PENALTIES = List.of(1.0, 3.0, 10.0, 30.0, 100.0);

    private final Weights base;
    private final List<Row> rows;

    /** @param labels of one organisation, none of which the weights have seen */
    Adapting(Corpus corpus, Weights base, Charter charter, List<LabelledSentence> labels) {
        if (labels.stream()
                        .map(sentence -> sentence.example().document())
                        .distinct()
                        .count()
                < 2)
            throw new BadInput("labels of one document alone cannot be checked on another; label sentences of several");
        this.base = base.with(base.sieve().keeping(strengths(corpus, base, charter, labels)));
        var recognisers = corpus.recogniser(this.base, charter, Optional.empty());
        this.rows = labels.stream()
                .flatMap(sentence -> {
                    var recogniser = recognisers.apply(sentence.example());
                    var context = corpus.context(sentence.example());
                    return recogniser.isWorthReading(context)
                            ? rows(sentence, recogniser.judging(context), recogniser).stream()
                            : Stream.of();
                })
                .toList();
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

    /** One (sentence, value) pair. */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
    private record Row(String document, Value.Id value, double known, double[] input, boolean answer) {}

    private static List<Row> rows(LabelledSentence sentence, Judging judging, Recogniser recogniser) {
        var rows = new ArrayList<Row>();
        for (var presence : recogniser.presences(judging)) {
            var value = presence.value().id();
            if (sentence.disputed().contains(value)) continue;
            rows.add(new Row(
                    sentence.example().document(),
                    value,
                    presence.odds(),
                    Adaptation.input(presence.odds(), judging),
                    sentence.label(value).isPresent()));
        }
        return rows;
    }

    Training.Adapted run(String organisation) {
        var known = rows.stream()
                .map(row -> new Thresholds.Scored(Vectors.sigmoid(row.known()), row.answer()))
                .toList();
        var best = Optional.<Candidate>empty();
        for (var penalty : PENALTIES) {
            var candidate = candidate(penalty);
            if (best.isEmpty() || candidate.loss() < best.get().loss()) best = Optional.of(candidate);
        }
        var chosen = best.orElseThrow();
        var weights = base.adapted(organisation, adaptation(rows, chosen), chosen.cut());
        return new Training.Adapted(
                weights,
                Thresholds.f1(known, base.cut().found() / 1000.0),
                Thresholds.f1(chosen.all(), chosen.cut().found() / 1000.0));
    }

    /** @param heldBack every row, judged by what was learnt from other documents */
    private record Candidate(double penalty, List<Judged> heldBack) {
        List<Thresholds.Scored> all() {
            return heldBack.stream().map(Judged::scored).toList();
        }

        Cut cut() {
            return Thresholds.cut(List.of(all()));
        }

        Cut cut(Value.Id value) {
            var own = heldBack.stream()
                    .filter(judged -> judged.value().equals(value))
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

    private Candidate candidate(double penalty) {
        var heldBack = IntStream.range(0, FOLDS)
                .parallel()
                .boxed()
                .flatMap(fold -> {
                    var shifts = shifts(
                            rows.stream().filter(row -> fold(row) != fold).toList(), penalty);
                    return rows.stream()
                            .filter(row -> fold(row) == fold)
                            .map(row -> new Judged(
                                    row.value(),
                                    new Thresholds.Scored(
                                            Vectors.sigmoid(row.known() + shift(shifts, row)), row.answer())));
                })
                .toList();
        return new Candidate(penalty, heldBack);
    }

    private static double shift(Map<Value.Id, double[]> shifts, Row row) {
        var shift = shifts.get(row.value());
        return shift == null ? 0 : Vectors.dot(shift, row.input());
    }

    private static int fold(Row row) {
        return Math.floorMod(row.document().hashCode(), FOLDS);
    }

    private static Adaptation adaptation(List<Row> rows, Candidate chosen) {
        var shifts = new TreeMap<String, Adaptation.Shift>();
        shifts(rows, chosen.penalty())
                .forEach(
                        (value, weights) -> shifts.put(value.text(), new Adaptation.Shift(weights, chosen.cut(value))));
        return new Adaptation(shifts);
    }

    /** The weights of the values that enough sentences speak of. */
    private static Map<Value.Id, double[]> shifts(List<Row> rows, double penalty) {
        var shifts = new LinkedHashMap<Value.Id, double[]>();
        rows.stream()
                .collect(Collectors.groupingBy(Row::value, LinkedHashMap::new, Collectors.toList()))
                .forEach((value, own) -> {
                    if (own.stream().filter(Row::answer).count() >= FEWEST_REFERENCES)
                        shifts.put(
                                value,
                                LogisticFit.fit(
                                        own.stream().map(Row::input).toArray(double[][]::new),
                                        own.stream().map(Row::answer).toList(),
                                        own.stream().mapToDouble(Row::known).toArray(),
                                        penalty));
                });
        return shifts;
    }
}
