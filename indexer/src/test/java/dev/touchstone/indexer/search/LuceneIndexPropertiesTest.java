package dev.touchstone.indexer.search;

import static dev.touchstone.indexer.search.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.search.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What holds of every query. */
class LuceneIndexPropertiesTest {
    private final Path folder;
    private final SearchIndex index;

    LuceneIndexPropertiesTest() throws IOException {
        folder = Files.createTempDirectory("touchstone-search");
        index = LuceneIndex.open(folder, new TestingEncoder());
    }

    @BeforeProperty
    void fill() {
        try (var generation = index.replace()) {
            SampleCorpus.ALL.forEach(record -> record.addTo(generation));
            generation.commit();
        }
    }

    @AfterProperty
    void delete() throws IOException {
        index.close();
        Folder.delete(folder);
    }

    @Provide
    Arbitrary<String> queries() {
        var pieces = Arbitraries.of(
                "customer",
                "cost",
                "ledger",
                "no",
                "longer",
                "audit",
                "AND",
                "OR",
                "NOT",
                "(",
                ")",
                "+",
                "-",
                "\"",
                "*",
                "~",
                "~2",
                " ",
                " ",
                " ",
                "title:",
                "value:",
                "candour",
                "role:",
                "reason",
                "date:",
                "[2024 TO *]",
                "2024-Q1",
                "/",
                "\\",
                ":",
                "effect:",
                "given_up",
                "section:",
                "path:",
                "payments/0001",
                "\uD800",
                "\uD83D\uDE80",
                "status:",
                "accepted",
                "&&");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Property(seed = "31415926", tries = 2_000)
    void a_query_of_the_languages_pieces_is_answered_or_refused(@ForAll("queries") String query) {
        answersOrRefuses(query);
    }

    @Property(seed = "31415926", tries = 500)
    void any_text_at_all_is_answered_or_refused(@ForAll String query) {
        answersOrRefuses(query);
    }

    private void answersOrRefuses(String query) {
        try {
            var page = index.search(text(query));
            assertThat(page.total()).isEqualTo(page.hits().size());
            for (var hit : page.hits()) {
                var end = 0;
                for (var span : hit.highlights()) {
                    assertThat(span.start()).isGreaterThanOrEqualTo(end);
                    assertThat(span.end()).isLessThanOrEqualTo(hit.text().length());
                    end = span.end();
                }
            }
        } catch (BadInput refused) {
            assertThat(refused).hasMessageStartingWith("query");
        }
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "customers", "costs", "ledger", "audited", "logging", "the", "dashboards", "honest", "change")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(seed = "31415926", tries = 300)
    void every_word_of_a_hit_with_the_stem_of_a_plain_word_is_marked_and_no_other(@ForAll("words") List<String> words) {
        var query = String.join(" ", words);
        var telling = Translator.telling(words).stream()
                .flatMap(word -> Analysis.terms(Fields.TEXT, word).stream())
                .toList();
        for (var hit : index.search(text(query)).hits()) {
            var marked =
                    hit.highlights().stream().map(span -> span.of(hit.text())).toList();
            var expected = List.of(hit.text().split("[^\\p{L}-]+", -1)).stream()
                    .filter(word -> Analysis.terms(Fields.TEXT, word).stream().anyMatch(telling::contains))
                    .toList();
            assertThat(marked).isEqualTo(expected);
        }
    }
}
