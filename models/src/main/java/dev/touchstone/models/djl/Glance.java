package dev.touchstone.models.djl;

import dev.touchstone.auditor.reference.Embedding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * What a text is about by its word pieces alone, in no order: the mean of the vectors that the encoder looks up for them before its
 * first layer, from which the vocabulary's own mean is taken off.
 */
@SuppressWarnings("ArrayRecordComponent") // not written after it is made
record Glance(float[] vectors, int dimensions, float[] middle) {
    private static final String NAME = "embeddings.word_embeddings.weight";

    /** Reads the vectors out of a model's file. */
    static Glance of(Path weights) throws IOException {
        var matrix = OnnxFile.matrices(weights, Set.of(NAME)).get(NAME);
        if (matrix == null) throw new IOException(weights + " has no matrix " + NAME);
        var dimensions = (int) matrix.shape()[1];
        var every = new long[(int) matrix.shape()[0]];
        Arrays.setAll(every, piece -> piece);
        var unset = new Glance(matrix.numbers(), dimensions, new float[dimensions]);
        return new Glance(matrix.numbers(), dimensions, unset.mean(every, 0, every.length));
    }

    /** @param pieces of the text, with the marks at its beginning and end, which say nothing */
    Embedding at(long[] pieces) {
        return new Embedding(Readout.unit(mean(pieces, 1, pieces.length - 1)));
    }

    private float[] mean(long[] pieces, int from, int to) {
        var mean = new float[dimensions];
        if (from >= to) return mean;
        for (var place = from; place < to; place++) {
            var at = Math.toIntExact(pieces[place]) * dimensions;
            for (var i = 0; i < dimensions; i++) mean[i] += vectors[at + i];
        }
        for (var i = 0; i < dimensions; i++) mean[i] = mean[i] / (to - from) - middle[i];
        return mean;
    }
}
