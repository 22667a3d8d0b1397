package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an organisation's own reviewed sentences add: for a value, by how much its log-odds rise or fall with what a sentence is
 * about, and what counts as a reference to it. A value that too few sentences speak of keeps its odds.
 *
 * @param values whose terms a sentence shows, in this order: those that the charter had when the labels were learnt
 * @param cuts by id of the value
 */
record Adaptation(List<Value.Id> values, Shifts shifts, Map<String, Cut> cuts) {
    static final Adaptation NONE = new Adaptation(List.of(), Shifts.NONE, Map.of());

    Adaptation {
        values = List.copyOf(values);
        cuts = Map.copyOf(cuts);
    }

    /** What the shifts are told of a sentence. */
    double[] told(Judging judging) {
        return shifts.byValue().isEmpty() ? new double[0] : shifts.told(Shown.of(judging, values));
    }

    /** What counts as a reference to a value; nothing when its own sentences do not tell. */
    Optional<Cut> cut(Value value) {
        return Optional.ofNullable(cuts.get(value.id().text()));
    }
}
