package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.models.classify.BagOfWords.Sparse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Trains a {@link HiddenLayer} and the {@link Shifts} that are linear in it, for all values together: by mini-batches and {@link Adam} with
 * weight decay, half of what is shown and half of the units left out each time (dropout, Srivastava et al. 2014). Deterministic for a
 * seed.
 */
final class HiddenTraining {
    private static final int UNITS = 512;
    private static final int EPOCHS = 8;
    private static final int BATCH = 64;
    private static final float RATE = 1e-3f;
    private static final float DECAY = 0.3f;

    private final List<Value.Id> values;
    private final Standardised standardised;
    private final Sparse[] examples;
    private final float[][] known;
    /** 0 or 1, or not a number where nobody knows. */
    private final float[][] targets;

    private final Adam layer;
    private final Adam bias;
    /** By value and unit. */
    private final Adam outputs;
    /** By value: of its known log-odds, and its bias. */
    private final Adam ends;

    private final Random random;

    private HiddenTraining(List<Value.Id> values, List<Taught> sentences, Random random) {
        this.values = values;
        this.random = random;
        standardised = Standardised.by(sentences.stream().map(Taught::shown).toList());
        examples = sentences.stream()
                .map(sentence -> standardised.of(sentence.shown()))
                .toArray(Sparse[]::new);
        known = new float[sentences.size()][values.size()];
        targets = new float[sentences.size()][values.size()];
        for (var row = 0; row < targets.length; row++)
            label(row, sentences.get(row).answers());
        layer = new Adam(standardised.length(), UNITS);
        bias = new Adam(1, UNITS);
        outputs = new Adam(values.size(), UNITS);
        ends = new Adam(values.size(), 2);
    }

    /** @param values that shifts are learnt for */
    static Shifts train(List<Value.Id> values, List<Taught> sentences, long seed) {
        return values.isEmpty() ? Shifts.NONE : new HiddenTraining(values, sentences, new Random(seed)).run();
    }

    private void label(int row, List<Taught.Answer> answers) {
        Arrays.fill(targets[row], Float.NaN);
        for (var answer : answers) {
            var value = values.indexOf(answer.value());
            if (value < 0) continue;
            known[row][value] = (float) answer.known();
            targets[row][value] = answer.yes() ? 1 : 0;
        }
    }

    private Shifts run() {
        begin();
        var order = new ArrayList<>(IntStream.range(0, examples.length).boxed().toList());
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (var from = 0; from < order.size(); from += BATCH)
                step(
                        order.subList(from, Math.min(from + BATCH, order.size())),
                        RATE * (1 - (epoch + (float) from / order.size()) / EPOCHS));
        }
        return learnt();
    }

    /** From units drawn by chance that nothing depends on yet, and what a value's known log-odds alone tell. */
    private void begin() {
        var range = 1 / (float) Math.sqrt(standardised.length());
        for (var row : layer.weights())
            for (var unit = 0; unit < UNITS; unit++) row[unit] = range * (2 * random.nextFloat() - 1);
        for (var value = 0; value < values.size(); value++) {
            var at = value;
            var rows = IntStream.range(0, examples.length)
                    .filter(row -> !Float.isNaN(targets[row][at]))
                    .boxed()
                    .toList();
            var fitted = LogisticFit.fit(
                    rows.stream().map(row -> new double[] {known[row][at], 1}).toArray(double[][]::new),
                    rows.stream().map(row -> targets[row][at] == 1).toList(),
                    rows.stream().mapToDouble(row -> known[row][at]).toArray(),
                    1);
            ends.weights()[value][0] = (float) fitted[0];
            ends.weights()[value][1] = (float) fitted[1];
        }
    }

    private void step(List<Integer> batch, float rate) {
        for (var row : batch) learn(row, 1f / batch.size());
        for (var weights : List.of(layer, outputs)) weights.shrink(rate * DECAY);
        for (var weights : List.of(layer, bias, outputs, ends)) weights.step(rate, 0);
    }

    private void learn(int row, float share) {
        var places = examples[row].places();
        var shown = leavingOut(examples[row].weights());
        var units = bias.weights()[0].clone();
        for (var i = 0; i < places.length; i++)
            if (shown[i] != 0) Vectors.add(units, shown[i], layer.weights()[places[i]]);
        for (var unit = 0; unit < UNITS; unit++) units[unit] = Math.max(units[unit], 0);
        var on = leavingOut(units);
        var slope = slope(row, on, share);
        for (var unit = 0; unit < UNITS; unit++) slope[unit] = on[unit] == 0 ? 0 : 2 * slope[unit];
        for (var i = 0; i < places.length; i++)
            if (shown[i] != 0) Vectors.add(layer.gradient()[places[i]], shown[i], slope);
        Vectors.add(bias.gradient()[0], 1, slope);
    }

    /** Half of the numbers zero, the others doubled. */
    private float[] leavingOut(float[] numbers) {
        var left = new float[numbers.length];
        for (var i = 0; i < numbers.length; i++) left[i] = random.nextBoolean() ? 2 * numbers[i] : 0;
        return left;
    }

    /** Of the loss over the units; the outputs' own gradients are added to. */
    private float[] slope(int row, float[] units, float share) {
        var slope = new float[UNITS];
        for (var value = 0; value < values.size(); value++) {
            if (Float.isNaN(targets[row][value])) continue;
            var output = outputs.weights()[value];
            var end = ends.weights()[value];
            var odds = (1 + end[0]) * known[row][value] + Vectors.dot(output, units) + end[1];
            var error = share * ((float) Vectors.sigmoid(odds) - targets[row][value]);
            Vectors.add(slope, error, output);
            Vectors.add(outputs.gradient()[value], error, units);
            ends.gradient()[value][0] += error * known[row][value];
            ends.gradient()[value][1] += error;
        }
        return slope;
    }

    private Shifts learnt() {
        var learnt = new TreeMap<String, double[]>();
        for (var value = 0; value < values.size(); value++) {
            var shift = new double[UNITS + 2];
            shift[0] = ends.weights()[value][0];
            for (var unit = 0; unit < UNITS; unit++) shift[unit + 1] = outputs.weights()[value][unit];
            shift[UNITS + 1] = ends.weights()[value][1];
            learnt.put(values.get(value).text(), shift);
        }
        var hidden = WeightsFile.rounded(standardised.layer(layer.weights(), bias.weights()[0]));
        return new Shifts(new Basis.Hidden(hidden), learnt);
    }
}
