package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import java.util.List;
import java.util.Optional;

/** A sentence and the recurring concerns that it bears on; none for most. */
public record ConcernSentence(Example example, List<Bearing> bearings) {
    public ConcernSentence {
        bearings = List.copyOf(bearings);
    }

    /**
     * One concern in one sentence.
     *
     * @param concern id in the inventory, such as {@code backward-compatibility}
     */
    public record Bearing(String concern, Optional<Stance> stance, Optional<Role> role) {}
}
