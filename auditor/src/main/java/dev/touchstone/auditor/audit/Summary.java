package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.charter.Value;
import java.util.List;

/**
 * An audit in a few numbers.
 *
 * @param decisions how many were scored
 * @param values in the charter's order
 */
public record Summary(int decisions, List<Line> values) {
    public Summary {
        values = List.copyOf(values);
    }

    /**
     * One value over all decisions.
     *
     * @param unsure sentences that may refer to it; they are in no other number
     * @param decorationIndex declarations ÷ all references
     * @param per1000Words references in a thousand words of the scored documents
     */
    public record Line(
            Value.Id value,
            int decisionsAtWork,
            Roles roles,
            Effects effects,
            int unsure,
            Ratio decorationIndex,
            Ratio per1000Words) {}

    /** References by role. */
    public record Roles(int reasons, int behaviours, int declarations) {
        public int references() {
            return reasons + behaviours + declarations;
        }
    }

    /** References by effect; {@code neutral} are those whose stance has no direction. */
    public record Effects(int served, int givenUp, int motivates, int neutral) {}
}
