package dev.touchstone.models.classify;

import dev.touchstone.models.classify.BagOfWords.Sparse;
import java.util.Arrays;
import java.util.List;

/**
 * What sentences show, brought to one size for learning: numbers in standard deviations from their means, then the words.
 *
 * @param deviations of each number, but not less than {@value #LEAST}
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
record Standardised(double[] means, double[] deviations, BagOfWords bag) {
    private static final int FEWEST_SENTENCES_OF_A_WORD = 4;
    /** What hardly differed among the labels must not be blown up where it does. */
    private static final double LEAST = 0.05;

    /** Brings the words, a unit vector, to the size of the numbers. */
    private static final float WORDS = 5;

    /** By the sentences that will be learnt from. */
    static Standardised by(List<Shown> sentences) {
        var rows = sentences.stream().map(Shown::everything).toList();
        var means = new double[rows.getFirst().length];
        for (var row : rows) for (var i = 0; i < means.length; i++) means[i] += row[i] / rows.size();
        var squares = new double[means.length];
        for (var row : rows) for (var i = 0; i < means.length; i++) squares[i] += Math.pow(row[i] - means[i], 2);
        var deviations = Arrays.stream(squares)
                .map(square -> Math.sqrt(square / rows.size()))
                .map(deviation -> Math.max(deviation, LEAST))
                .toArray();
        var words = sentences.stream().map(Shown::words).toList();
        return new Standardised(means, deviations, BagOfWords.learn(words, FEWEST_SENTENCES_OF_A_WORD));
    }

    /** How many numbers and words there are. */
    int length() {
        return means.length + bag.rarity().length;
    }

    Sparse of(Shown sentence) {
        var numbers = sentence.everything();
        var spoken = bag.vector(sentence.words());
        var length = means.length + spoken.places().length;
        var places = new int[length];
        var weights = new float[length];
        for (var i = 0; i < means.length; i++) {
            places[i] = i;
            weights[i] = (float) ((numbers[i] - means[i]) / deviations[i]);
        }
        for (var i = 0; i < spoken.places().length; i++) {
            places[means.length + i] = means.length + spoken.places()[i];
            weights[means.length + i] = WORDS * spoken.weights()[i];
        }
        return new Sparse(places, weights);
    }

    /**
     * The layer that makes of sentences as they are what one with these weights makes of them standardised.
     *
     * @param weights by number, then by word, and unit
     */
    HiddenLayer layer(float[][] weights, float[] bias) {
        var plain = new float[weights.length][bias.length];
        var base = bias.clone();
        for (var i = 0; i < means.length; i++) {
            Vectors.add(plain[i], (float) (1 / deviations[i]), weights[i]);
            Vectors.add(base, (float) -means[i], plain[i]);
        }
        for (var i = means.length; i < plain.length; i++) Vectors.add(plain[i], WORDS, weights[i]);
        return new HiddenLayer(bag, plain, base);
    }
}
