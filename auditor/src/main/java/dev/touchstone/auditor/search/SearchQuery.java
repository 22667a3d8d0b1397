package dev.touchstone.auditor.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question to the index.
 *
 * @param text words, "phrases", AND OR NOT ( ), field:word (title, team, path), word~ and word*; empty asks for all that
 *     the filters leave
 * @param filters for each facet the words of which one must hold, in the lower case of the JSON form ({@code given_up});
 *     value, stance, effect, role and about must hold of one and the same reference
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param offset of the first hit, from 0
 */
public record SearchQuery(
        String text,
        Map<Facet, List<String>> filters,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int offset,
        int limit) {
    public SearchQuery {
        filters = Map.copyOf(filters);
    }
}
