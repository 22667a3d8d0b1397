package dev.touchstone.models.classify;

/** Loops over float arrays of one length. */
final class Vectors {
    private Vectors() {}

    static float dot(float[] left, float[] right) {
        var sum = 0f;
        for (var i = 0; i < left.length; i++) sum += left[i] * right[i];
        return sum;
    }

    static double dot(double[] left, double[] right) {
        var sum = 0.0;
        for (var i = 0; i < left.length; i++) sum += left[i] * right[i];
        return sum;
    }

    /** Adds {@code scale * source} to {@code target}. */
    static void add(float[] target, float scale, float[] source) {
        for (var i = 0; i < target.length; i++) target[i] += scale * source[i];
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    static double logit(double probability) {
        var inside = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
        return Math.log(inside / (1 - inside));
    }
}
