package dev.touchstone.web.json;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.search.Hit;
import dev.touchstone.auditor.search.SearchPage;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, as JSON has it.
 *
 * @param total passages that match
 * @param documents that those passages are of
 * @param page of the results, from 1
 * @param facets for each facet its words with counts, the most frequent first
 */
public record SearchForm(
        int total, int documents, int page, List<Passage> hits, SortedMap<String, List<Count>> facets) {
    /** A passage that answers; highlights are ranges of its text. */
    public record Passage(
            Where where,
            String title,
            @Nullable String team,
            @Nullable String date,
            String text,
            List<Range> highlights,
            List<Referring> references) {}

    /**
     * Where a passage stands.
     *
     * @param document id of the document
     * @param page null where the format has no pages
     */
    public record Where(
            String document,
            String path,
            int start,
            int end,
            String section,
            @Nullable Integer page) {}

    /** A half-open range of UTF-16 units. */
    public record Range(int start, int end) {}

    /** A reference in the passage; {@code id} is that of audit.json. */
    public record Referring(int id, String value, String stance, String effect, String role, int start, int end) {}

    /** How many passages have a word. */
    public record Count(String word, int count) {}

    /** The page with this number in the form that is written. */
    public static SearchForm of(SearchPage page, int number) {
        var facets = new TreeMap<String, List<Count>>();
        page.facets()
                .forEach((facet, counts) -> facets.put(
                        Words.of(facet),
                        counts.stream()
                                .map(count -> new Count(count.word(), count.count()))
                                .toList()));
        var hits = page.hits().stream().map(SearchForm::passage).toList();
        return new SearchForm(page.total(), page.documents(), number, hits, facets);
    }

    private static Passage passage(Hit hit) {
        return new Passage(
                where(hit.place()),
                hit.title(),
                Words.orNull(hit.team()),
                hit.date().map(LocalDate::toString).orElse(null),
                hit.text(),
                hit.highlights().stream().map(SearchForm::range).toList(),
                hit.references().stream().map(SearchForm::referring).toList());
    }

    private static Where where(Hit.Place place) {
        return new Where(
                DocumentId.of(place.path()).text(),
                place.path(),
                place.span().start(),
                place.span().end(),
                place.section(),
                place.page() == 0 ? null : place.page());
    }

    private static Range range(Span span) {
        return new Range(span.start(), span.end());
    }

    private static Referring referring(Hit.Referring reference) {
        return new Referring(
                reference.number(),
                reference.value(),
                reference.stance(),
                reference.effect(),
                reference.role(),
                reference.span().start(),
                reference.span().end());
    }
}
