package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The baseline of a logistic regression on frozen vectors: a sentence's vector times a value's, number by number, and whether a
 * term occurs. It is learnt from other organisations, whose values are different ones.
 */
final class FrozenVectors {
    private static final double PENALTY = 10;
    /** Of the unit vectors' products, to the size of a flag. */
    private static final double SCALE = 20;

    private final double[] weights;
    private final double threshold;

    private FrozenVectors(double[] weights, double threshold) {
        this.weights = weights;
        this.threshold = threshold;
    }

    /** @param gold what may be learnt from */
    static FrozenVectors learn(Corpus corpus, Gold gold) {
        var inputs = new ArrayList<double[]>();
        var answers = new ArrayList<Boolean>();
        for (var sentence : gold.learnt()) {
            var charter = gold.charter(sentence.example().organisation());
            var read = corpus.read(sentence.example().home());
            for (var value : charter.values()) {
                if (sentence.disputed().contains(value.id())) continue;
                inputs.add(input(corpus.context(sentence.example()).sentence(), value, read));
                answers.add(sentence.label(value.id()).isPresent());
            }
        }
        var weights = LogisticFit.fit(inputs.toArray(double[][]::new), answers, PENALTY);
        var scored = new ArrayList<Thresholds.Scored>();
        for (var i = 0; i < inputs.size(); i++)
            scored.add(new Thresholds.Scored(probability(weights, inputs.get(i)), answers.get(i)));
        return new FrozenVectors(weights, Thresholds.cut(List.of(scored)).found() / 1000.0);
    }

    Set<Value.Id> found(ReadText sentence, Charter charter, Map<String, ReadText> read) {
        var found = new HashSet<Value.Id>();
        for (var value : charter.values())
            if (probability(weights, input(sentence, value, read)) >= threshold) found.add(value.id());
        return found;
    }

    private static double probability(double[] weights, double[] input) {
        return Vectors.sigmoid(Vectors.dot(weights, input));
    }

    private static double[] input(ReadText sentence, Value value, Map<String, ReadText> read) {
        var own = sentence.vector();
        var other = Objects.requireNonNull(read.get(value.statement()), value.statement())
                .vector();
        var input = new double[own.length + 2];
        for (var i = 0; i < own.length; i++) input[i] = SCALE * own[i] * other[i];
        input[own.length] = Keywords.occur(value, sentence.text()) ? 1 : 0;
        input[own.length + 1] = 1;
        return input;
    }
}
