package dev.touchstone.models.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import dev.touchstone.models.djl.EncoderModel.Pooling;

/** Token ids in, unit vectors out: pools the last layer over the tokens of each text. */
final class PoolingTranslator implements NoBatchifyTranslator<TokenBatch, float[][]> {
    private static final String BATCH = "batch";

    private final Pooling pooling;

    PoolingTranslator(Pooling pooling) {
        this.pooling = pooling;
    }

    @Override
    public NDList processInput(TranslatorContext context, TokenBatch batch) {
        context.setAttachment(BATCH, batch);
        var shape = new Shape(batch.texts().size(), batch.width());
        var manager = context.getNDManager();
        return new NDList(
                named(manager, "input_ids", batch.ids(), shape),
                named(manager, "attention_mask", batch.mask(), shape),
                named(manager, "token_type_ids", new long[(int) shape.size()], shape));
    }

    private static NDArray named(NDManager manager, String name, long[] numbers, Shape shape) {
        var array = manager.create(numbers, shape);
        array.setName(name);
        return array;
    }

    @Override
    public float[][] processOutput(TranslatorContext context, NDList output) {
        var batch = (TokenBatch) context.getAttachment(BATCH);
        var hidden = output.head();
        var dimensions = (int) hidden.getShape().get(2);
        var states = hidden.toFloatArray();
        var vectors = new float[batch.texts().size()][];
        for (var row = 0; row < vectors.length; row++) {
            var tokens = pooling == Pooling.FIRST ? 1 : batch.texts().get(row).length;
            vectors[row] = unit(sum(states, row * batch.width() * dimensions, tokens, dimensions));
        }
        return vectors;
    }

    private static float[] sum(float[] states, int offset, int tokens, int dimensions) {
        var sum = new float[dimensions];
        for (var token = 0; token < tokens; token++)
            for (var i = 0; i < dimensions; i++) sum[i] += states[offset + token * dimensions + i];
        return sum;
    }

    private static float[] unit(float[] vector) {
        var square = 0.0;
        for (var component : vector) square += (double) component * component;
        var scale = square == 0 ? 0 : 1 / Math.sqrt(square);
        for (var i = 0; i < vector.length; i++) vector[i] = (float) (vector[i] * scale);
        return vector;
    }
}
