package dev.touchstone.indexer.search;

import dev.touchstone.auditor.search.Condition;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Question;
import dev.touchstone.auditor.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must hold of one and the same reference: for each facet one of its words.
 *
 * @param words by facet; empty when anything will do
 */
record ReferenceFilter(Map<Facet, List<String>> words) {
    ReferenceFilter {
        words = Map.copyOf(words);
    }

    static ReferenceFilter of(Condition.Refers refers) {
        var words = new TreeMap<Facet, List<String>>();
        refers.words().forEach((facet, word) -> words.put(facet, List.of(word)));
        return new ReferenceFilter(words);
    }

    /**
     * The query's filters, and with them those conditions of its text that speak of other properties: with a filter of value,
     * {@code role:reason} means that value's reasons.
     */
    static ReferenceFilter of(SearchQuery query, Question question) {
        var words = new TreeMap<Facet, List<String>>();
        query.filters().forEach((facet, chosen) -> {
            if (facet.ofReference() && !chosen.isEmpty()) words.put(facet, chosen);
        });
        var asked = new ArrayList<Condition.Refers>();
        for (var condition : question.conditions()) if (condition instanceof Condition.Refers refers) asked.add(refers);
        if (asked.size() == 1 && asked.getFirst().words().keySet().stream().noneMatch(words::containsKey))
            asked.getFirst().words().forEach((facet, word) -> words.put(facet, List.of(word)));
        return new ReferenceFilter(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean accepts(ReferenceTerm reference) {
        return reference.satisfies(words);
    }
}
