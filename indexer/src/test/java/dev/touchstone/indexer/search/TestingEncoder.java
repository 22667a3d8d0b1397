package dev.touchstone.indexer.search;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Encoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * An encoder that knows a few synonyms: each concept is a direction of its own, a text the sum of its concepts. Texts without a
 * word in common are alike when they have a concept in common, and only then.
 */
record TestingEncoder(String identity) implements Encoder {
    private static final int DIMENSIONS = 256;
    private static final Map<String, String> CONCEPTS = Map.of(
            "frankness", "honest",
            "honestly", "honest",
            "truth", "honest",
            "expenditure", "cost",
            "expensive", "cost",
            "rollback", "undo",
            "revert", "undo");
    private static final Set<String> EMPTY =
            Set.of("a", "the", "we", "and", "of", "to", "in", "it", "is", "was", "that", "for", "so", "them", "be");

    TestingEncoder() {
        this("testing-1");
    }

    @Override
    public List<Embedding> encode(List<String> texts) {
        return texts.stream().map(TestingEncoder::encode).toList();
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public void close() {}

    private static Embedding encode(String text) {
        var sums = new double[DIMENSIONS];
        for (var word : text.toLowerCase(Locale.ROOT).split("\\P{L}+", -1))
            if (!word.isEmpty() && !EMPTY.contains(word)) {
                var direction = new Random(CONCEPTS.getOrDefault(word, word).hashCode());
                for (var i = 0; i < DIMENSIONS; i++) sums[i] += direction.nextGaussian();
            }
        var length = Math.sqrt(Arrays.stream(sums).map(sum -> sum * sum).sum());
        var vector = new float[DIMENSIONS];
        if (length == 0) vector[0] = 1;
        else for (var i = 0; i < DIMENSIONS; i++) vector[i] = (float) (sums[i] / length);
        return new Embedding(vector);
    }
}
