package dev.touchstone.models.classify;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** From which probability on an answer is yes. */
final class Thresholds {
    private static final int LOWEST = 50;
    private static final int HIGHEST = 900;
    private static final int STEP = 10;
    /** Of F1; less is noise. */
    private static final double NOT_MUCH = 0.02;
    /** So many references to a value tell as much of its threshold as all values together do. */
    private static final double ENOUGH = 100;

    private Thresholds() {}

    record Scored(double probability, boolean gold) {}

    /** From the confidence at which the mean of the groups' F1 is best, down to the last at which it is not much worse. */
    static Cut cut(List<List<Scored>> groups) {
        return cut(permille -> mean(groups, permille, Thresholds::f1));
    }

    /**
     * The same for one value: the more references to it there are, the more its own F1 counts beside that of all values.
     *
     * @param own answers about this value
     * @param all answers about every value
     */
    static Cut cut(List<Scored> own, List<Scored> all) {
        var references = own.stream().filter(Scored::gold).count();
        return cut(permille -> (references * f1(own, permille / 1000.0) + ENOUGH * f1(all, permille / 1000.0))
                / (references + ENOUGH));
    }

    private static Cut cut(IntToDoubleFunction f1) {
        var found = best(f1);
        var best = f1.applyAsDouble(found);
        var unsure = found;
        while (unsure > LOWEST && f1.applyAsDouble(unsure - STEP) >= best - NOT_MUCH) unsure -= STEP;
        return new Cut(unsure, found);
    }

    /**
     * The permille at which as many are found as there are, so that a count of those found is right though single ones are wrong;
     * the lowest when several do equally well.
     */
    static int breakEven(List<Scored> pairs) {
        var there = pairs.stream().filter(Scored::gold).count();
        return IntStream.iterate(LOWEST, permille -> permille <= HIGHEST, permille -> permille + STEP)
                .boxed()
                .min(Comparator.comparingLong(permille -> Math.abs(found(pairs, permille / 1000.0) - there)))
                .orElse(HIGHEST);
    }

    private static long found(List<Scored> pairs, double threshold) {
        return pairs.stream().filter(pair -> pair.probability() >= threshold).count();
    }

    /** The permille at which F1 of both answers together is highest, averaged over the groups. */
    static int bestMacroF1(List<List<Scored>> groups) {
        return best(permille -> mean(
                groups,
                permille,
                (group, threshold) -> (f1(group, threshold) + f1(turned(group), 1 - threshold + 1e-9)) / 2));
    }

    /** The question put the other way round. */
    private static List<Scored> turned(List<Scored> group) {
        return group.stream()
                .map(pair -> new Scored(1 - pair.probability(), !pair.gold()))
                .toList();
    }

    private interface Figure {
        double of(List<Scored> group, double threshold);
    }

    /** The permille at which a figure is highest. */
    private static int best(IntToDoubleFunction figure) {
        var candidates = IntStream.iterate(LOWEST, permille -> permille <= HIGHEST, permille -> permille + STEP)
                .toArray();
        var scores = IntStream.of(candidates).mapToDouble(figure).toArray();
        var best = IntStream.range(0, scores.length)
                .boxed()
                .max((left, right) -> Double.compare(smooth(scores, left), smooth(scores, right)))
                .orElse(0);
        return candidates[best];
    }

    private static double mean(List<List<Scored>> groups, int permille, Figure figure) {
        return groups.stream()
                .mapToDouble(group -> figure.of(group, permille / 1000.0))
                .average()
                .orElse(0);
    }

    /** A peak that its neighbours do not share is luck. */
    private static double smooth(double[] scores, int at) {
        return IntStream.rangeClosed(Math.max(0, at - 2), Math.min(scores.length - 1, at + 2))
                .mapToDouble(i -> scores[i])
                .average()
                .orElse(0);
    }

    /** Of the group at a threshold; 0 when there is nothing to find and nothing found. */
    static double f1(List<Scored> group, double threshold) {
        var hit = group.stream()
                .filter(pair -> pair.gold() && pair.probability() >= threshold)
                .count();
        var gold = group.stream().filter(Scored::gold).count();
        var found = found(group, threshold);
        return gold + found == 0 ? 0 : 2.0 * hit / (gold + found);
    }
}
