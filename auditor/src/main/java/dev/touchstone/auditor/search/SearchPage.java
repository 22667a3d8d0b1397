package dev.touchstone.auditor.search;

import java.util.List;
import java.util.Map;

/**
 * One page of results.
 *
 * @param total how many passages match in all
 * @param facets for each facet its words with counts over all that match, the most frequent first
 */
public record SearchPage(int total, List<Hit> hits, Map<Facet, List<Count>> facets) {
    public SearchPage {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** How many results have a word. */
    public record Count(String word, int count) {}
}
