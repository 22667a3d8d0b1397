package dev.touchstone.models.classify;

import dev.touchstone.auditor.measure.Bootstrap;
import dev.touchstone.models.classify.EvaluationReport.Accuracy;
import dev.touchstone.models.classify.EvaluationReport.Bin;
import dev.touchstone.models.classify.EvaluationReport.Hits;
import dev.touchstone.models.classify.EvaluationReport.Spared;
import dev.touchstone.models.classify.EvaluationReport.Unsure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures of quality. What is undefined is 0. */
final class Metrics {
    private static final int BINS = 10;
    /** A class with fewer gold pairs says nothing about a model. */
    static final int FEWEST_OF_A_CLASS = 5;

    private Metrics() {}

    /** Precision, recall and F1, micro over pairs. */
    static Hits hits(List<Pair> pairs) {
        return Counts.of(pairs).hits();
    }

    /** Area under precision over recall when all pairs are ranked by confidence; pairs of equal confidence come together. */
    static double averagePrecision(List<Pair> pairs) {
        var positives = gold(pairs);
        var levels = new TreeMap<Integer, List<Pair>>(Comparator.reverseOrder());
        for (var pair : pairs)
            levels.computeIfAbsent(pair.confidence().permille(), _ -> new ArrayList<>())
                    .add(pair);
        var seen = 0L;
        var right = 0L;
        var area = 0.0;
        for (var level : levels.values()) {
            var gained = gold(level);
            seen += level.size();
            right += gained;
            area += ratio(gained, positives) * ratio(right, seen);
        }
        return area;
    }

    /**
     * Expected calibration error: how far confidence is from frequency, on average over ten bins of equal width
     * (Naeini et al. 2015).
     */
    static double calibrationError(List<Pair> pairs) {
        return reliability(pairs).stream()
                        .mapToDouble(bin -> bin.pairs() * Math.abs(bin.confidence() - bin.references()))
                        .sum()
                / Math.max(pairs.size(), 1);
    }

    /** Confidence next to frequency, in ten bins of equal width from the lowest on; an empty bin has no pairs. */
    static List<Bin> reliability(List<Pair> pairs) {
        var bins = pairs.stream().collect(Collectors.groupingBy(Metrics::bin));
        return IntStream.range(0, BINS)
                .mapToObj(number -> bin(bins.getOrDefault(number, List.of())))
                .toList();
    }

    private static int bin(Pair pair) {
        return Math.min(pair.confidence().permille() * BINS / 1000, BINS - 1);
    }

    private static Bin bin(List<Pair> pairs) {
        var permille =
                pairs.stream().mapToLong(pair -> pair.confidence().permille()).sum();
        return new Bin(pairs.size(), ratio(permille, 1000L * pairs.size()), ratio(gold(pairs), pairs.size()));
    }

    /** @param doubtful those of the pairs of which the model could not tell; it has found none of them */
    static Unsure unsure(List<Pair> pairs, List<Pair> doubtful) {
        var recall = hits(pairs).recall();
        return new Unsure(
                ratio(doubtful.size(), pairs.size()),
                ratio(gold(doubtful), doubtful.size()),
                recall,
                recall + ratio(gold(doubtful), gold(pairs)));
    }

    /** @param spared those of the pairs whose sentences were not read, found or not as if they had been */
    static Spared spared(List<Pair> pairs, List<Pair> spared) {
        return new Spared(
                ratio(random(spared), random(pairs)),
                ratio(
                        spared.stream()
                                .filter(pair -> pair.gold() && pair.found())
                                .count(),
                        gold(pairs)));
    }

    private static long random(List<Pair> pairs) {
        return pairs.stream().filter(Pair::random).count();
    }

    /** Precision and recall averaged over values, and their harmonic mean, as ValueEval'23 defines its F1 (Kiesel et al. 2023). */
    static Hits macro(List<Pair> pairs) {
        var byValue = pairs.stream()
                .collect(Collectors.groupingBy(pair -> pair.value().text(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Metrics::hits)
                .toList();
        var precision = byValue.stream().mapToDouble(Hits::precision).average().orElse(0);
        var recall = byValue.stream().mapToDouble(Hits::recall).average().orElse(0);
        return new Hits(precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static long gold(List<Pair> pairs) {
        return pairs.stream().filter(Pair::gold).count();
    }

    /** The 95 % interval of F1: documents drawn with replacement, because sentences of one document are alike. */
    static Bootstrap bootstrap(List<Pair> pairs, long seed) {
        var documents = pairs.stream()
                .collect(Collectors.groupingBy(Pair::document, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Counts::of)
                .toList();
        return Bootstrap.of(
                documents, Counts.NONE, Counts::plus, counts -> counts.hits().f1(), seed);
    }

    /** Accuracy, and F1 averaged over the classes that gold has; an answer outside them is wrong. */
    static <T extends Comparable<T>> Accuracy accuracy(List<Answer<T>> answers) {
        var byClass = answers.stream()
                .collect(Collectors.groupingBy(Answer::gold, TreeMap::new, Collectors.<Answer<T>>counting()));
        if (byClass.isEmpty()) return new Accuracy(0, 0);
        var right = answers.stream().filter(Answer::right).count();
        var f1 = byClass.keySet().stream()
                .mapToDouble(label -> f1(label, answers))
                .average()
                .orElse(0);
        return new Accuracy(ratio(right, answers.size()), f1);
    }

    /** The answers whose gold class occurs often enough to measure it. */
    static <T extends Comparable<T>> List<Answer<T>> frequent(List<Answer<T>> answers) {
        Map<T, Long> counts = answers.stream()
                .map(Answer::gold)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return answers.stream()
                .filter(answer -> counts.getOrDefault(answer.gold(), 0L) >= FEWEST_OF_A_CLASS)
                .toList();
    }

    private static <T extends Comparable<T>> double f1(T label, List<Answer<T>> answers) {
        return hits(answers, label).f1();
    }

    /** Of one class against all others. */
    static <T extends Comparable<T>> Hits hits(List<Answer<T>> answers, T label) {
        var counts = Counts.NONE;
        for (var answer : answers)
            counts = counts.plus(Counts.of(
                    answer.gold().compareTo(label) == 0, answer.found().compareTo(label) == 0));
        return counts.hits();
    }

    /** What gold says and what the model says. */
    record Answer<T extends Comparable<T>>(T gold, T found) {
        boolean right() {
            return gold.compareTo(found) == 0;
        }
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private record Counts(long hit, long wrong, long missed) {
        static final Counts NONE = new Counts(0, 0, 0);

        static Counts of(boolean gold, boolean found) {
            return new Counts(gold && found ? 1 : 0, !gold && found ? 1 : 0, gold && !found ? 1 : 0);
        }

        static Counts of(List<Pair> pairs) {
            return pairs.stream().map(pair -> of(pair.gold(), pair.found())).reduce(NONE, Counts::plus);
        }

        Counts plus(Counts other) {
            return new Counts(hit + other.hit, wrong + other.wrong, missed + other.missed);
        }

        Hits hits() {
            return new Hits(
                    ratio(hit, hit + wrong), ratio(hit, hit + missed), ratio(2 * hit, 2 * hit + wrong + missed));
        }
    }
}
