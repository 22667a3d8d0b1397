package dev.touchstone.models.classify;

import java.util.Arrays;

/** Weights that learn from their gradients with Adam (Kingma and Ba 2015), and what it remembers of these. */
final class Adam {
    private final float[][] weights;
    private final float[][] gradient;
    private final float[][] mean;
    private final float[][] square;
    private int steps;

    /** All weights zero. */
    Adam(int rows, int columns) {
        weights = new float[rows][columns];
        gradient = new float[rows][columns];
        mean = new float[rows][columns];
        square = new float[rows][columns];
    }

    /** To be read, and set before the first step. */
    float[][] weights() {
        return weights;
    }

    /** To be added to; a step begins it anew. */
    float[][] gradient() {
        return gradient;
    }

    /** @param decay of squared weights, added to the gradient */
    void step(float rate, float decay) {
        steps++;
        var meanScale = (float) (1 / (1 - Math.pow(0.9, steps)));
        var squareScale = (float) (1 / (1 - Math.pow(0.999, steps)));
        for (var row = 0; row < weights.length; row++) {
            var weight = weights[row];
            for (var i = 0; i < weight.length; i++) {
                var g = gradient[row][i] + decay * weight[i];
                mean[row][i] = 0.9f * mean[row][i] + 0.1f * g;
                square[row][i] = 0.999f * square[row][i] + 0.001f * g * g;
                weight[i] -=
                        rate * mean[row][i] * meanScale / ((float) Math.sqrt(square[row][i] * squareScale) + 1e-8f);
            }
            Arrays.fill(gradient[row], 0);
        }
    }

    /** Weight decay apart from the gradient (Loshchilov and Hutter 2019): all weights lose a share. */
    void shrink(float share) {
        for (var row : weights) for (var i = 0; i < row.length; i++) row[i] *= 1 - share;
    }
}
