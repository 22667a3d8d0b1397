package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What a sentence shows of itself that {@link Shifts} may go by, whatever the value.
 *
 * @param numbers each group scaled to about the same length: the log-odds of the concerns and tones, which values' terms stand there,
 *     its place in the encoder's space
 * @param more what only a hidden layer can make use of: what the encoder was taught to tell, the place of its words alone
 * @param words as {@link BagOfWords} knows them
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
record Shown(double[] numbers, double[] more, Set<String> words) {
    /** Scales a unit vector beside sixty numbers of about a half. */
    private static final double VECTOR = 4;

    /** Words keep their order: sums over them must not depend on the run. */
    Shown {
        words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }

    /** @param values whose terms are looked for, in this order, whatever the charter has become */
    static Shown of(Judging judging, List<Value.Id> values) {
        var named = judging.resemblances().stream()
                .filter(resemblance -> resemblance.termLikeness().isPresent())
                .map(resemblance -> resemblance.profile().value().id())
                .collect(Collectors.toSet());
        var sentence = judging.context().sentence();
        var numbers = DoubleStream.builder();
        for (var probability : judging.probabilities()) numbers.add((Vectors.logit(probability) + 4) / 4);
        for (var value : values) numbers.add(named.contains(value) ? 1 : 0);
        for (var component : sentence.vector()) numbers.add(VECTOR * component);
        var more = DoubleStream.builder();
        for (var trait : sentence.traits()) more.add(trait);
        for (var component : sentence.glance().vector()) more.add(component);
        return new Shown(numbers.build().toArray(), more.build().toArray(), BagOfWords.words(judging.context()));
    }

    /** All numbers. */
    double[] everything() {
        return DoubleStream.concat(Arrays.stream(numbers), Arrays.stream(more)).toArray();
    }
}
