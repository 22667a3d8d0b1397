package dev.touchstone.models.classify;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How sentences of decision documents lie in the encoder's space, whatever they speak of. Some texts are like everything
 * ("users benefit"), others like little; what counts is by how much a sentence stands out.
 *
 * @param sample vectors of ordinary sentences
 */
record OrdinarySentences(List<float[]> sample) {
    private static final int SAMPLE = 300;

    OrdinarySentences {
        sample = List.copyOf(sample);
    }

    static OrdinarySentences of(List<float[]> vectors) {
        var step = Math.max(1, vectors.size() / SAMPLE);
        return new OrdinarySentences(IntStream.iterate(0, i -> i < vectors.size(), i -> i + step)
                .limit(SAMPLE)
                .mapToObj(vectors::get)
                .toList());
    }

    /** How like ordinary sentences are to a text. */
    Likeness likenessTo(float[] text) {
        var mean = sample.stream()
                .mapToDouble(vector -> Vectors.dot(vector, text))
                .average()
                .orElse(0);
        var variance = sample.stream()
                .mapToDouble(vector -> Math.pow(Vectors.dot(vector, text) - mean, 2))
                .average()
                .orElse(1);
        return new Likeness(mean, Math.max(Math.sqrt(variance), 0.02));
    }

    /** Mean and standard deviation of likenesses. */
    record Likeness(double mean, double deviation) {
        double standardised(double likeness) {
            return (likeness - mean) / deviation;
        }
    }
}
