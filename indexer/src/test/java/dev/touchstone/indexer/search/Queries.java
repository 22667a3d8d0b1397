package dev.touchstone.indexer.search;

import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.SearchQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queries, said shortly. */
final class Queries {
    private Queries() {}

    static SearchQuery text(String text) {
        return filtered(text, Map.of());
    }

    static SearchQuery filtered(Map<Facet, List<String>> filters) {
        return filtered("", filters);
    }

    static SearchQuery filtered(String text, Map<Facet, List<String>> filters) {
        return new SearchQuery(text, filters, Days.ANY, 0, 100);
    }

    static SearchQuery between(String from, String to) {
        return new SearchQuery(
                "", Map.of(), new Days(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to))), 0, 100);
    }

    static SearchQuery page(String text, int offset, int limit) {
        return new SearchQuery(text, Map.of(), Days.ANY, offset, limit);
    }
}
