package dev.touchstone.auditor.search;

import java.util.List;
import java.util.Map;

/**
 * One page of results.
 *
 * @param total how many passages match in all: those that hold the query's words and conditions, and for plain words the
 *     few that are closest in meaning, all within the filters. Paging through them reaches each once
 * @param documents how many documents those passages are of
 * @param facets for each facet its words with counts over all that match, the most frequent first. A count is of passages;
 *     of a reference's properties only references that satisfy the filters count, so that with a filter of value the roles
 *     are that value's
 */
public record SearchPage(int total, int documents, List<Hit> hits, Map<Facet, List<Count>> facets) {
    public SearchPage {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** The counts of one facet; empty when nothing that matches has a word of it. */
    public List<Count> counts(Facet facet) {
        return facets.getOrDefault(facet, List.of());
    }

    /** How many passages have a word. */
    public record Count(String word, int count) {}
}
