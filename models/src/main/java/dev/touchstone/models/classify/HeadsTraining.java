package dev.touchstone.models.classify;

import dev.touchstone.models.classify.BagOfWords.Sparse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains {@link Heads}: all outputs in one pass over the data, by mini-batches, {@link Adam} for the dense weights
 * and AdaGrad for the words (Duchi et al. 2011), which are rare. A library for one output at a time would read the same input
 * sixty times over. Deterministic for a seed.
 */
final class HeadsTraining {
    private static final int EPOCHS = 10;
    private static final int BATCH = 256;
    private static final int FEWEST_SENTENCES_OF_A_WORD = 4;
    private static final float DENSE_RATE = 0.05f;
    private static final float DENSE_DECAY = 2e-4f;
    private static final float WORD_RATE = 0.1f;
    private static final float FIRST_BIAS = -4;

    private final List<String> labels;
    private final BagOfWords bag;
    private final float[][] inputs;
    private final Sparse[] words;
    private final float[][] targets;
    private final Adam dense;
    private final Adam bias;
    private final float[][] sparse;
    private final float[][] squares;

    private HeadsTraining(List<String> labels, List<SentenceInContext> sentences, List<float[]> targets) {
        this.labels = labels;
        var bags = sentences.stream().map(BagOfWords::words).toList();
        bag = BagOfWords.learn(bags, FEWEST_SENTENCES_OF_A_WORD);
        inputs = sentences.stream().map(Heads::input).toArray(float[][]::new);
        words = bags.stream().map(bag::vector).toArray(Sparse[]::new);
        this.targets = targets.toArray(float[][]::new);
        dense = new Adam(inputs[0].length, labels.size());
        bias = new Adam(1, labels.size());
        Arrays.fill(bias.weights()[0], FIRST_BIAS);
        sparse = new float[bag.rarity().length][labels.size()];
        squares = new float[bag.rarity().length][labels.size()];
    }

    /** @param targets for each sentence 0 or 1 by label, or not a number where nobody knows */
    static Heads train(List<String> labels, List<SentenceInContext> sentences, List<float[]> targets, long seed) {
        if (sentences.isEmpty()) throw new IllegalArgumentException("nothing to learn concerns from");
        return new HeadsTraining(labels, sentences, targets).run(new Random(seed));
    }

    private Heads run(Random random) {
        var order = new ArrayList<>(IntStream.range(0, inputs.length).boxed().toList());
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            var rate = 1 - (float) epoch / EPOCHS;
            for (var from = 0; from < order.size(); from += BATCH)
                step(order.subList(from, Math.min(from + BATCH, order.size())), rate);
        }
        return new Heads(labels, bag, dense.weights(), sparse, bias.weights()[0]);
    }

    private void step(List<Integer> batch, float rate) {
        var share = 1f / batch.size();
        for (var example : batch) {
            var error = error(example);
            for (var i = 0; i < error.length; i++) error[i] *= share;
            for (var i = 0; i < inputs[example].length; i++)
                Vectors.add(dense.gradient()[i], inputs[example][i], error);
            Vectors.add(bias.gradient()[0], 1, error);
            learnWords(words[example], error, rate);
        }
        dense.step(rate * DENSE_RATE, DENSE_DECAY);
        bias.step(rate * DENSE_RATE, 0);
    }

    private float[] error(int example) {
        var outputs = bias.weights()[0].clone();
        for (var i = 0; i < inputs[example].length; i++) Vectors.add(outputs, inputs[example][i], dense.weights()[i]);
        var own = words[example];
        for (var i = 0; i < own.places().length; i++) Vectors.add(outputs, own.weights()[i], sparse[own.places()[i]]);
        for (var i = 0; i < outputs.length; i++)
            outputs[i] =
                    Float.isNaN(targets[example][i]) ? 0 : (float) Vectors.sigmoid(outputs[i]) - targets[example][i];
        return outputs;
    }

    private void learnWords(Sparse own, float[] error, float rate) {
        for (var i = 0; i < own.places().length; i++) {
            var weights = sparse[own.places()[i]];
            var square = squares[own.places()[i]];
            for (var output = 0; output < error.length; output++) {
                var gradient = own.weights()[i] * error[output];
                square[output] += gradient * gradient;
                weights[output] -= rate * WORD_RATE * gradient / (float) Math.sqrt(square[output] + 1e-6f);
            }
        }
    }
}
