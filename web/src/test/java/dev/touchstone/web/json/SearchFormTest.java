package dev.touchstone.web.json;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Hit;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchPage.Count;
import dev.touchstone.web.Golden;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchFormTest {
    @Test
    void a_page_of_passages_has_one_form() {
        var dated = new Hit(
                new Hit.Place("core/plan.pdf", "0".repeat(64), new Span(40, 52), "Why", 3),
                "Plan",
                "core",
                Optional.of(LocalDate.of(2026, 2, 19)),
                "We tell all.",
                List.of(new Span(3, 7)),
                List.of(new Hit.Referring(4, "candour", "upholds", "served", "reason", new Span(40, 52))));
        var bare = new Hit(
                new Hit.Place("note.txt", "1".repeat(64), new Span(0, 5), "", 0),
                "note",
                "",
                Optional.empty(),
                "Tell.",
                List.of(),
                List.of());
        var facets = Map.of(
                Facet.VALUE,
                List.of(new Count("candour", 7), new Count("thrift", 2)),
                Facet.EFFECT,
                List.of(new Count("given_up", 1)));

        Golden.assertSame(
                "search.json", Json.text(SearchForm.of(new SearchPage(23, 9, List.of(dated, bare), facets), 2)));
    }
}
