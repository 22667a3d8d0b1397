package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What an organisation's own reviewed sentences add: for a value, by how much its log-odds rise or fall with what a sentence is
 * about, and what counts as a reference to it. A value that too few sentences speak of has no shift and is judged as without labels.
 *
 * @param shifts by id of the value
 */
record Adaptation(Map<String, Shift> shifts) {
    /** Scales a unit vector beside sixty numbers of about a half. */
    private static final double VECTOR = 4;

    static final Adaptation NONE = new Adaptation(Map.of());

    Adaptation {
        shifts = Map.copyOf(shifts);
    }

    /** @param known log-odds of the value without labels */
    double odds(Value value, double known, Judging judging) {
        var shift = shifts.get(value.id().text());
        return shift == null ? known : known + shift.of(input(known, judging));
    }

    /** What counts as a reference to a value; nothing when its own sentences do not tell. */
    Optional<Cut> cut(Value value) {
        return Optional.ofNullable(shifts.get(value.id().text())).map(Shift::cut);
    }

    /**
     * A linear function of {@link #input}.
     *
     * @param weights by input; the last is the bias
     */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
    record Shift(double[] weights, Cut cut) {
        double of(double[] input) {
            return Vectors.dot(weights, input);
        }
    }

    /**
     * What a shift may depend on, each group of numbers scaled to about the same length: the log-odds so far, those of the
     * concerns and tones, whether a term stands there, the sentence's place in the encoder's space; 1 last.
     */
    static double[] input(double known, Judging judging) {
        var probabilities = judging.probabilities();
        var vector = judging.context().sentence().vector();
        var terms = judging.resemblances().size();
        var input = new double[probabilities.length + terms + vector.length + 2];
        var place = 0;
        input[place++] = known;
        for (var probability : probabilities) input[place++] = (Vectors.logit(probability) + 4) / 4;
        for (var resemblance : judging.resemblances())
            input[place++] = resemblance.termLikeness().isPresent() ? 1 : 0;
        for (var component : vector) input[place++] = VECTOR * component;
        input[place] = 1;
        return input;
    }
}
