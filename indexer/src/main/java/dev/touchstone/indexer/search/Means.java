package dev.touchstone.indexer.search;

import dev.touchstone.auditor.reference.Embedding;
import java.util.List;
import java.util.Optional;

/** What several sentences mean together: their mean, as a unit vector. */
final class Means {
    private Means() {}

    /** Empty when there is no sentence, or their meanings cancel out. */
    static Optional<float[]> of(List<Embedding> embeddings) {
        if (embeddings.isEmpty()) return Optional.empty();
        var sums = new double[embeddings.getFirst().vector().length];
        for (var embedding : embeddings)
            for (var i = 0; i < sums.length; i++) sums[i] += embedding.vector()[i];
        return unit(sums);
    }

    static Optional<float[]> unit(double[] sums) {
        var squares = 0.0;
        for (var sum : sums) squares += sum * sum;
        if (squares < 1e-12) return Optional.empty();
        var length = Math.sqrt(squares);
        var unit = new float[sums.length];
        for (var i = 0; i < unit.length; i++) unit[i] = (float) (sums[i] / length);
        return Optional.of(unit);
    }
}
