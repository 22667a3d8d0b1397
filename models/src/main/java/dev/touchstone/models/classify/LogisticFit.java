package dev.touchstone.models.classify;

import dev.touchstone.models.corenlp.QuasiNewton;
import java.util.List;

/** Logistic regression with a ridge penalty: the weights at which the likelihood, less the penalty, is highest. */
final class LogisticFit {
    private LogisticFit() {}

    /** @param inputs rows whose last place is 1, for the bias, which is not penalised */
    static double[] fit(double[][] inputs, List<Boolean> answers, double penalty) {
        return fit(inputs, answers, new double[inputs.length], penalty);
    }

    /** @param known log-odds by row that what is learnt is added to */
    static double[] fit(double[][] inputs, List<Boolean> answers, double[] known, double penalty) {
        return QuasiNewton.lowest(
                (weights, slope) -> {
                    var loss = 0.0;
                    for (var row = 0; row < inputs.length; row++)
                        loss += loss(inputs[row], answers.get(row), known[row], weights, slope);
                    for (var i = 0; i < weights.length - 1; i++) {
                        loss += penalty / 2 * weights[i] * weights[i];
                        slope[i] += penalty * weights[i];
                    }
                    return loss;
                },
                new double[inputs[0].length]);
    }

    /** Negative log-likelihood of one row, its slope added to that of the others. */
    private static double loss(double[] input, boolean answer, double known, double[] weights, double[] slope) {
        var logit = known;
        for (var i = 0; i < input.length; i++) logit += input[i] * weights[i];
        var error = Vectors.sigmoid(logit) - (answer ? 1 : 0);
        for (var i = 0; i < input.length; i++) slope[i] += error * input[i];
        var surprise = answer ? -logit : logit;
        return surprise > 0 ? surprise + Math.log1p(Math.exp(-surprise)) : Math.log1p(Math.exp(surprise));
    }
}
