package dev.touchstone.models.classify;

import java.util.List;

/** Newton's method for logistic regression (iteratively reweighted least squares) with a ridge penalty. */
final class LogisticFit {
    private static final int MOST_STEPS = 25;
    private static final double CLOSE_ENOUGH = 1e-6;

    private LogisticFit() {}

    /** @param inputs rows whose last place is 1, for the bias, which is not penalised */
    static double[] fit(double[][] inputs, List<Boolean> answers, double penalty) {
        return fit(inputs, answers, new double[inputs.length], penalty);
    }

    /** @param known log-odds by row that what is learnt is added to */
    static double[] fit(double[][] inputs, List<Boolean> answers, double[] known, double penalty) {
        var size = inputs[0].length;
        var weights = new double[size];
        for (var step = 0; step < MOST_STEPS; step++) {
            var gradient = new double[size];
            var curvature = new double[size][size];
            for (var row = 0; row < inputs.length; row++)
                observe(inputs[row], answers.get(row), known[row], weights, gradient, curvature);
            for (var i = 0; i < size; i++) {
                var own = i == size - 1 ? 1e-9 : penalty;
                gradient[i] += own * weights[i];
                curvature[i][i] += own;
            }
            var change = solve(curvature, gradient);
            var largest = 0.0;
            for (var i = 0; i < size; i++) {
                weights[i] -= change[i];
                largest = Math.max(largest, Math.abs(change[i]));
            }
            if (largest < CLOSE_ENOUGH) break;
        }
        return weights;
    }

    private static void observe(
            double[] input, boolean answer, double known, double[] weights, double[] gradient, double[][] curvature) {
        var logit = known;
        for (var i = 0; i < input.length; i++) logit += input[i] * weights[i];
        var probability = Vectors.sigmoid(logit);
        var error = probability - (answer ? 1 : 0);
        var weight = Math.max(probability * (1 - probability), 1e-6);
        for (var i = 0; i < input.length; i++) {
            gradient[i] += error * input[i];
            var scaled = weight * input[i];
            // Most features of most rows are near zero; the matrix is symmetric, so half of it is enough.
            if (scaled == 0) continue;
            var line = curvature[i];
            for (var j = 0; j <= i; j++) line[j] += scaled * input[j];
        }
    }

    /** Solves a symmetric positive definite system, given by its lower half, by Cholesky's decomposition. */
    private static double[] solve(double[][] matrix, double[] right) {
        var size = right.length;
        for (var i = 0; i < size; i++)
            for (var j = 0; j <= i; j++) {
                var sum = matrix[i][j];
                for (var k = 0; k < j; k++) sum -= matrix[i][k] * matrix[j][k];
                matrix[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[j][j];
            }
        var solution = right.clone();
        for (var i = 0; i < size; i++) {
            for (var k = 0; k < i; k++) solution[i] -= matrix[i][k] * solution[k];
            solution[i] /= matrix[i][i];
        }
        for (var i = size - 1; i >= 0; i--) {
            for (var k = i + 1; k < size; k++) solution[i] -= matrix[k][i] * solution[k];
            solution[i] /= matrix[i][i];
        }
        return solution;
    }
}
