package dev.touchstone.models.classify;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
        var logit = bias;
        var place = 0;
        for (var feature : features.entrySet()) {
            if (!names.get(place).equals(feature.getKey()))
                throw new IllegalStateException(
                        "weights for \"" + names.get(place) + "\", not \"" + feature.getKey() + "\"");
            logit += weights[place] * (feature.getValue() - means[place]) / scales[place];
            place++;
        }
        return Vectors.sigmoid(logit);
    }

    /**
     * Learns to tell rows apart.
     *
     * @param regularity how much fit counts against small weights: liblinear's C, over the number of rows
     */
    static Combiner train(List<Map<String, Double>> rows, List<Boolean> answers, double regularity, long seed) {
        var names = List.copyOf(rows.getFirst().keySet());
        var means = new double[names.size()];
        var scales = new double[names.size()];
        spread(rows, means, scales);
        var problem = new Problem();
        problem.l = rows.size();
        problem.n = names.size() + 1;
        problem.bias = 1;
        problem.x = rows.stream().map(row -> nodes(row, means, scales)).toArray(Feature[][]::new);
        problem.y = answers.stream().mapToDouble(answer -> answer ? 1 : 0).toArray();
        var parameter = new Parameter(SolverType.L2R_LR, regularity, 1e-4);
        parameter.setRandom(new Random(seed));
        Linear.disableDebugOutput();
        var model = Linear.train(problem, parameter);
        // liblinear weighs for the class that it met first.
        var sign = model.getLabels()[0] == 1 ? 1 : -1;
        var learnt = model.getFeatureWeights();
        var weights = new double[names.size()];
        for (var i = 0; i < weights.length; i++) weights[i] = sign * learnt[i];
        return new Combiner(names, means, scales, weights, sign * learnt[names.size()]);
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

    private static Feature[] nodes(Map<String, Double> row, double[] means, double[] scales) {
        var nodes = new ArrayList<Feature>();
        var place = 0;
        for (var number : row.values()) {
            nodes.add(new FeatureNode(place + 1, (number - means[place]) / scales[place]));
            place++;
        }
        nodes.add(new FeatureNode(place + 1, 1));
        return nodes.toArray(Feature[]::new);
    }
}
