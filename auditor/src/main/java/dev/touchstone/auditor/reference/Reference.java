package dev.touchstone.auditor.reference;

import dev.touchstone.auditor.charter.Value;
import java.util.List;

/**
 * One value in one sentence.
 *
 * @param number from 1, in order of place and then of value, within its document
 * @param boilerplate its text repeats across the collection: never at work
 */
public record Reference(
        int number,
        Value.Id value,
        Judgement judgement,
        boolean boilerplate,
        Confidence confidence,
        Evidence evidence,
        List<Signal> signals) {
    public Reference {
        signals = List.copyOf(signals);
    }

    /** What the decision does to the value here; boilerplate does nothing. */
    public Effect effect() {
        return boilerplate ? Effect.NONE : Effect.of(judgement);
    }

    /** Whether this sentence alone puts the value to work: a reason or behaviour with an effect. */
    public boolean atWork() {
        return judgement.role() != Role.DECLARATION && effect() != Effect.NONE;
    }
}
