package dev.touchstone.auditor.search;

import dev.touchstone.auditor.BadInput;
import java.util.List;
import java.util.Map;

/**
 * A question to the index. Words that a facet does not have, and places out of bounds, are {@link BadInput}.
 *
 * @param text in the language of {@link SearchSyntax}; empty asks for all that the filters leave
 * @param filters for each facet the words of which one must hold, in the lower case of the JSON form ({@code given_up});
 *     value, stance, effect, role and about must hold of one and the same reference; an empty list does not narrow
 * @param days of the documents; with a bound, those without a date do not match
 * @param offset of the first hit, from 0; offset and limit together at most {@value #DEEPEST}
 */
public record SearchQuery(String text, Map<Facet, List<String>> filters, Days days, int offset, int limit) {
    /** How far one can page; further down, a narrower query is the answer. */
    public static final int DEEPEST = 10_000;

    public SearchQuery {
        filters = Map.copyOf(filters);
        filters.forEach(SearchQuery::check);
        if (offset < 0 || limit < 0) throw new BadInput("search: offset and limit must not be negative");
        if ((long) offset + limit > DEEPEST)
            throw new BadInput("search: only the first %,d results can be listed; narrow the query".formatted(DEEPEST));
    }

    private static void check(Facet facet, List<String> words) {
        for (var word : words)
            if (!facet.words().isEmpty() && !facet.words().contains(word))
                throw new BadInput("search: %s has no word %s; it is one of %s"
                        .formatted(Facet.word(facet), word, String.join(", ", facet.words())));
    }
}
