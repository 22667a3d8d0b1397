package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import java.util.List;
import java.util.Optional;

/**
 * A sentence and the recurring concerns that it bears on; none for most.
 *
 * @param random drawn at random, not because a term occurs in it
 */
public record ConcernSentence(Example example, boolean random, List<Bearing> bearings) {
    public ConcernSentence {
        bearings = List.copyOf(bearings);
    }

    /** Whether it was labelled with this concern in this role. */
    boolean gives(String concern, Role role) {
        return bearings.stream()
                .anyMatch(bearing ->
                        bearing.concern().equals(concern) && bearing.role().equals(Optional.of(role)));
    }

    /**
     * One concern in one sentence.
     *
     * @param concern id in the inventory, such as {@code backward-compatibility}
     */
    public record Bearing(String concern, Optional<Stance> stance, Optional<Role> role) {}
}
