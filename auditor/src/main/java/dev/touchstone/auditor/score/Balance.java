package dev.touchstone.auditor.score;

import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import java.util.List;

/** How many references of a value have which effect, and how many only declare it. Neutral ones are in no count. */
public record Balance(int served, int givenUp, int motivates, int declarations) {
    static Balance of(List<Reference> references) {
        return new Balance(
                count(references, Effect.SERVED),
                count(references, Effect.GIVEN_UP),
                count(references, Effect.MOTIVATES),
                (int) references.stream()
                        .filter(reference -> reference.judgement().role() == Role.DECLARATION)
                        .count());
    }

    private static int count(List<Reference> references, Effect effect) {
        return (int) references.stream()
                .filter(reference -> reference.effect() == effect)
                .count();
    }
}
