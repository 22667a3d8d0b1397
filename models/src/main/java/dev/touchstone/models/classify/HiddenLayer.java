package dev.touchstone.models.classify;

/**
 * Units that are each on as far as a sentence shows what they have learnt to look for, and else off: rectified linear ones.
 *
 * @param bag the words that it knows
 * @param weights by number shown, then by word, and unit
 * @param bias by unit
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
record HiddenLayer(BagOfWords bag, float[][] weights, float[] bias) {
    double[] of(Shown sentence) {
        var units = bias.clone();
        var numbers = sentence.everything();
        for (var i = 0; i < numbers.length; i++) Vectors.add(units, (float) numbers[i], weights[i]);
        var words = bag.vector(sentence.words());
        for (var i = 0; i < words.places().length; i++)
            Vectors.add(units, words.weights()[i], weights[numbers.length + words.places()[i]]);
        var on = new double[units.length];
        for (var i = 0; i < on.length; i++) on[i] = Math.max(units[i], 0);
        return on;
    }
}
