package dev.touchstone.web.json;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Hit;
import dev.touchstone.auditor.search.SearchPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, as JSON has it.
 *
 * @param total passages that match
 * @param documents that those passages are of
 * @param facets for each facet its words with counts, the most frequent first
 */
public record SearchForm(int total, int documents, List<Passage> hits, Map<String, List<Count>> facets) {
    /** One passage; highlights are ranges of its text. */
    public record Passage(
            String path,
            String sha256,
            @Nullable String title,
            @Nullable String team,
            @Nullable String date,
            String section,
            @Nullable Integer page,
            int start,
            int end,
            String text,
            List<Range> highlights,
            List<Referring> references) {}

    /** A half-open range of UTF-16 units. */
    public record Range(int start, int end) {}

    /** A reference in the passage; {@code id} is that of audit.json. */
    public record Referring(int id, String value, String stance, String effect, String role, int start, int end) {}

    /** How many passages have a word. */
    public record Count(String word, int count) {}

    /** The page in the form that is written. */
    public static SearchForm of(SearchPage page) {
        var facets = new LinkedHashMap<String, List<Count>>();
        for (var facet : Facet.values()) {
            var counts = page.facets().get(facet);
            if (counts != null)
                facets.put(
                        Facet.word(facet),
                        counts.stream()
                                .map(count -> new Count(count.word(), count.count()))
                                .toList());
        }
        var hits = new ArrayList<Passage>();
        for (var hit : page.hits()) hits.add(passage(hit));
        return new SearchForm(page.total(), page.documents(), hits, facets);
    }

    private static Passage passage(Hit hit) {
        var place = hit.place();
        return new Passage(
                place.path(),
                place.sha256(),
                Words.orNull(hit.title()),
                Words.orNull(hit.team()),
                hit.date().map(LocalDate::toString).orElse(null),
                place.section(),
                place.page() == 0 ? null : place.page(),
                place.span().start(),
                place.span().end(),
                hit.text(),
                hit.highlights().stream().map(SearchForm::range).toList(),
                hit.references().stream().map(SearchForm::referring).toList());
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
