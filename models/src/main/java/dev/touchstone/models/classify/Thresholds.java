package dev.touchstone.models.classify;

import java.util.List;
import java.util.stream.IntStream;

/** From which confidence a sentence counts as a reference. */
final class Thresholds {
    private static final int STEP = 10;

    private Thresholds() {}

    record Scored(double probability, boolean gold) {}

    /** The permille at which the mean of the groups' F1 is highest; the middle of several that are equally good. */
    static int best(List<List<Scored>> groups) {
        var candidates = IntStream.iterate(50, permille -> permille <= 900, permille -> permille + STEP)
                .toArray();
        var scores = IntStream.of(candidates)
                .mapToDouble(permille -> groups.stream()
                        .mapToDouble(group -> f1(group, permille / 1000.0))
                        .average()
                        .orElse(0))
                .toArray();
        var best = IntStream.range(0, scores.length)
                .boxed()
                .max((left, right) -> Double.compare(smooth(scores, left), smooth(scores, right)))
                .orElse(0);
        return candidates[best];
    }

    /** A peak that its neighbours do not share is luck. */
    private static double smooth(double[] scores, int at) {
        return IntStream.rangeClosed(Math.max(0, at - 2), Math.min(scores.length - 1, at + 2))
                .mapToDouble(i -> scores[i])
                .average()
                .orElse(0);
    }

    private static double f1(List<Scored> group, double threshold) {
        var hit = group.stream()
                .filter(pair -> pair.gold() && pair.probability() >= threshold)
                .count();
        var gold = group.stream().filter(Scored::gold).count();
        var found =
                group.stream().filter(pair -> pair.probability() >= threshold).count();
        return gold + found == 0 ? 0 : 2.0 * hit / (gold + found);
    }
}
