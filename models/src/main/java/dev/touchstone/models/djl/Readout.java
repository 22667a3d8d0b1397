package dev.touchstone.models.djl;

import dev.touchstone.auditor.reference.Embedding;
import java.util.Arrays;

/** Makes one reading of a text out of the states of its tokens, with the outputs and the projection of an adapter. */
record Readout(Adapter adapter) {
    /** Brings logits to the size of vectors' components, give or take. */
    private static final float SCALE = 0.1f;

    /**
     * Reads one text of a batch.
     *
     * @param states of all texts, token after token
     * @param offset of the text's first token
     */
    Encoded read(float[] states, int offset, int tokens, int dimensions) {
        var both = Arrays.copyOf(mean(states, offset, tokens, dimensions), 2 * dimensions);
        System.arraycopy(states, offset, both, dimensions, dimensions);
        var traits = adapter.outputs().of(both);
        for (var i = 0; i < traits.length; i++) traits[i] *= SCALE;
        var vector = unit(adapter.projection().of(Arrays.copyOf(both, dimensions)));
        return new Encoded(new Embedding(vector), traits);
    }

    /** Length of the traits. */
    int traits() {
        return adapter.outputs().bias().length;
    }

    private static float[] mean(float[] states, int offset, int tokens, int dimensions) {
        var mean = new float[dimensions];
        for (var token = 0; token < tokens; token++)
            for (var i = 0; i < dimensions; i++) mean[i] += states[offset + token * dimensions + i];
        for (var i = 0; i < dimensions; i++) mean[i] /= tokens;
        return mean;
    }

    static float[] unit(float[] vector) {
        var square = 0.0;
        for (var component : vector) square += (double) component * component;
        var scale = square == 0 ? 0 : 1 / Math.sqrt(square);
        for (var i = 0; i < vector.length; i++) vector[i] = (float) (vector[i] * scale);
        return vector;
    }
}
