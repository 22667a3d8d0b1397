package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence and the values that people found in it.
 *
 * @param random drawn at random, so that it tells natural rates; else drawn because a term of the charter occurs
 * @param labels the values that it refers to; empty for none
 * @param disputed values on which the labellers disagreed: neither scored nor learnt from
 */
public record LabelledSentence(Example example, boolean random, List<Label> labels, Set<Value.Id> disputed) {
    public LabelledSentence {
        labels = List.copyOf(labels);
        disputed = Set.copyOf(disputed);
    }

    public Optional<Label> label(Value.Id value) {
        return labels.stream().filter(label -> label.value().equals(value)).findFirst();
    }

    /**
     * One value in one sentence.
     *
     * @param stance empty when the labellers disagreed on it; then it is not scored
     * @param role the same
     */
    public record Label(Value.Id value, boolean explicit, Optional<Stance> stance, Optional<Role> role) {}
}
