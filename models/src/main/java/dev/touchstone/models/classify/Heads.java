package dev.touchstone.models.classify;

import dev.touchstone.models.classify.BagOfWords.Sparse;
import java.util.List;

/**
 * Logistic regressions over one sentence's traits and words that share their input: which concerns the sentence bears on, and
 * how it speaks of them ({@link Tone}).
 *
 * @param labels what the outputs mean: the concerns in order, then the tones
 * @param dense weights by input and output
 * @param sparse weights by word and output
 * @param bias by output
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
record Heads(List<String> labels, BagOfWords bag, float[][] dense, float[][] sparse, float[] bias) {
    /** How much less a heading counts than the sentence. */
    private static final float HEADING = 0.5f;

    Heads {
        labels = List.copyOf(labels);
    }

    /** How a sentence speaks of whatever it speaks of. */
    enum Tone {
        COMPROMISES(0),
        REASON(1),
        BEHAVIOUR(2),
        DECLARATION(3);

        /** Among the outputs after the concerns. */
        final int place;

        Tone(int place) {
            this.place = place;
        }
    }

    /** Number of concerns: outputs before the tones. */
    int concerns() {
        return labels.size() - Tone.values().length;
    }

    /** Probability of each output. */
    float[] probabilities(SentenceInContext sentence) {
        var outputs = bias.clone();
        var input = input(sentence);
        for (var i = 0; i < input.length; i++) Vectors.add(outputs, input[i], dense[i]);
        add(outputs, bag.vector(BagOfWords.words(sentence)));
        for (var i = 0; i < outputs.length; i++) outputs[i] = (float) Vectors.sigmoid(outputs[i]);
        return outputs;
    }

    private void add(float[] outputs, Sparse words) {
        for (var i = 0; i < words.places().length; i++)
            Vectors.add(outputs, words.weights()[i], sparse[words.places()[i]]);
    }

    /** The sentence's traits, then its heading's. */
    static float[] input(SentenceInContext sentence) {
        var own = sentence.sentence().traits();
        var heading = sentence.heading().traits();
        var input = new float[own.length + heading.length];
        System.arraycopy(own, 0, input, 0, own.length);
        for (var i = 0; i < heading.length; i++) input[own.length + i] = HEADING * heading[i];
        return input;
    }
}
