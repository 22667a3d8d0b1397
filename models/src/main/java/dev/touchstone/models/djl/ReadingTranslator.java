package dev.touchstone.models.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.List;
import java.util.stream.IntStream;

/** Token ids in, readings out: what a {@link Readout} makes of the last layer. */
final class ReadingTranslator implements NoBatchifyTranslator<TokenBatch, List<Encoded>> {
    private static final String BATCH = "batch";

    private final Readout readout;

    ReadingTranslator(Readout readout) {
        this.readout = readout;
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
    public List<Encoded> processOutput(TranslatorContext context, NDList output) {
        var batch = (TokenBatch) context.getAttachment(BATCH);
        var hidden = output.head();
        var dimensions = (int) hidden.getShape().get(2);
        var states = hidden.toFloatArray();
        return IntStream.range(0, batch.texts().size())
                .mapToObj(row -> readout.read(
                        states, row * batch.width() * dimensions, batch.texts().get(row).length, dimensions))
                .toList();
    }
}
