package dev.touchstone.auditor.reference;

import dev.touchstone.auditor.charter.Value;
import java.util.List;

/**
 * What an annotator says of one value in one sentence, before the decision and the collection are considered.
 *
 * @param sentence index into the annotated document's sentences
 */
public record Observation(
        int sentence, Value.Id value, Judgement judgement, Confidence confidence, List<Signal> signals) {
    public Observation {
        signals = List.copyOf(signals);
    }
}
