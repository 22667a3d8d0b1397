package dev.touchstone.auditor.score;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Reference;
import java.util.List;

/** What one decision says about one value. Silence is not zero. */
public sealed interface Score {
    Value.Id value();

    /** What references to one value add up to. */
    static Score of(Value.Id value, List<Reference> references) {
        return references.isEmpty() ? new Silent(value) : new Measured(value, Balance.of(references), references);
    }

    /** The decision never refers to the value. */
    record Silent(Value.Id value) implements Score {}

    /** The decision refers to the value; the references are the evidence. */
    record Measured(Value.Id value, Balance balance, List<Reference> references) implements Score {
        public Measured {
            references = List.copyOf(references);
            if (references.isEmpty()) throw new IllegalArgumentException("no evidence, no score: " + value);
        }

        /** At least one reason or behaviour with an effect that is not boilerplate. */
        public boolean atWork() {
            return references.stream().anyMatch(Reference::atWork);
        }
    }
}
