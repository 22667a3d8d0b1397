package dev.touchstone.auditor.decision;

import java.util.List;

/**
 * Which format a document is in, and what gave it away.
 *
 * @param format an id such as {@code madr4}
 * @param reasons each a short sentence for a person, such as "front matter has decision-makers"
 */
public record Recognition(String format, List<String> reasons) {
    public Recognition {
        reasons = List.copyOf(reasons);
    }
}
