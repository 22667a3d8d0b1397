package dev.touchstone.models.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A logistic regression over named features.
 *
 * @param names of the features, in order
 * @param means by feature, taken off first
 * @param scales by feature: divided by next
 * @param weights by feature
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
record Combiner(List<String> names, double[] means, double[] scales, double[] weights, double bias) {
    Combiner {
        names = List.copyOf(names);
    }

    double probability(Map<String, Double> features) {
        return Vectors.sigmoid(odds(features));
    }

    /** Logarithm of the odds of yes. */
    double odds(Map<String, Double> features) {
        var logit = bias;
        var place = 0;
        for (var feature : features.entrySet()) {
            if (!names.get(place).equals(feature.getKey()))
                throw new IllegalStateException(
                        "weights for \"" + names.get(place) + "\", not \"" + feature.getKey() + "\"");
            logit += weights[place] * (feature.getValue() - means[place]) / scales[place];
            place++;
        }
        return logit;
    }

    /**
     * Learns to tell rows apart: the weights at which the likelihood, less a penalty on large weights, is highest, found by
     * {@link LogisticFit}.
     *
     * @param penalty on squared weights of standardised features
     */
    static Combiner train(List<Map<String, Double>> rows, List<Boolean> answers, double penalty) {
        var names = List.copyOf(rows.getFirst().keySet());
        var means = new double[names.size()];
        var scales = new double[names.size()];
        spread(rows, means, scales);
        var inputs = rows.stream().map(row -> standardised(row, means, scales)).toArray(double[][]::new);
        var solution = LogisticFit.fit(inputs, answers, penalty);
        return new Combiner(names, means, scales, Arrays.copyOf(solution, names.size()), solution[names.size()]);
    }

    private static void spread(List<Map<String, Double>> rows, double[] means, double[] scales) {
        for (var row : rows) {
            var place = 0;
            for (var number : row.values()) means[place++] += number / rows.size();
        }
        for (var row : rows) {
            var place = 0;
            for (var number : row.values()) {
                scales[place] += Math.pow(number - means[place], 2) / rows.size();
                place++;
            }
        }
        for (var i = 0; i < scales.length; i++) scales[i] = scales[i] < 1e-12 ? 1 : Math.sqrt(scales[i]);
    }

    /** The row with its last place for the bias. */
    private static double[] standardised(Map<String, Double> row, double[] means, double[] scales) {
        var numbers = new double[means.length + 1];
        var place = 0;
        for (var number : row.values()) {
            numbers[place] = (number - means[place]) / scales[place];
            place++;
        }
        numbers[place] = 1;
        return numbers;
    }
}
