package dev.touchstone.indexer.search;

import static dev.touchstone.indexer.search.Queries.between;
import static dev.touchstone.indexer.search.Queries.filtered;
import static dev.touchstone.indexer.search.Queries.page;
import static dev.touchstone.indexer.search.Queries.text;
import static dev.touchstone.indexer.search.SampleCorpus.CACHE;
import static dev.touchstone.indexer.search.SampleCorpus.LEDGER;
import static dev.touchstone.indexer.search.SampleCorpus.MINUTES;
import static dev.touchstone.indexer.search.SampleCorpus.NOTES;
import static dev.touchstone.indexer.search.SampleCorpus.REFUNDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Encoder;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Hit;
import dev.touchstone.auditor.search.Precedent;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchPage.Count;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.search.StaleIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every index must do. An adapter's test extends this and says how it is opened. */
abstract class SearchIndexContract {
    @TempDir
    Path folder;

    SearchIndex index;

    abstract SearchIndex open(Path folder, Encoder encoder);

    @BeforeEach
    void fill() {
        index = open(folder, new TestingEncoder());
        publish(SampleCorpus.ALL);
    }

    @AfterEach
    void close() {
        index.close();
    }

    void publish(List<SampleRecord> records) {
        try (var generation = index.replace()) {
            records.forEach(record -> record.addTo(generation));
            generation.commit();
        }
    }

    void add(SampleRecord record) {
        try (var generation = index.extend()) {
            record.addTo(generation);
            generation.commit();
        }
    }

    List<String> texts(String query) {
        return texts(text(query));
    }

    List<String> texts(SearchQuery query) {
        return index.search(query).hits().stream().map(Hit::text).toList();
    }

    private List<String> marked(String query) {
        return index.search(text(query)).hits().stream()
                .flatMap(hit -> hit.highlights().stream().map(span -> span.of(hit.text())))
                .toList();
    }

    private static List<String> words(SearchPage page, Facet facet) {
        return page.counts(facet).stream()
                .map(count -> count.word() + " " + count.count())
                .toList();
    }

    // --- finding

    @Test
    void an_empty_query_finds_every_passage_in_order_of_path_and_place() {
        var page = index.search(text(""));
        assertThat(page.total()).isEqualTo(12);
        assertThat(page.documents()).isEqualTo(5);
        assertThat(page.hits()).extracting(hit -> hit.place().path()).isSorted();
        assertThat(page.hits().getFirst().place().path()).isEqualTo(NOTES.path());
    }

    @Test
    void a_hit_shows_where_it_stands() {
        var hit = index.search(text("doubles")).hits().getFirst();
        assertThat(hit.title()).isEqualTo("Keep an append-only ledger");
        assertThat(hit.team()).isEqualTo("Payments");
        assertThat(hit.date()).hasToString("Optional[2024-02-10]");
        assertThat(hit.place().section()).isEqualTo("Consequences");
        assertThat(hit.place().page()).isEqualTo(3);
        assertThat(hit.place().sha256()).isEqualTo("sha-of-payments/0001-ledger.md");
        assertThat(hit.place().span().of(LEDGER.text())).isEqualTo(hit.text());
        assertThat(hit.references()).singleElement().satisfies(reference -> {
            assertThat(reference.value()).isEqualTo("thrift");
            assertThat(reference.effect()).isEqualTo("given_up");
            assertThat(reference.number()).isEqualTo(4);
            assertThat(reference.span().of(LEDGER.text())).isEqualTo("The cost of storage doubles.");
        });
    }

    @Test
    void a_word_is_found_in_every_form() {
        assertThat(texts("+audit"))
                .containsExactlyInAnyOrder(
                        "We log every change in a ledger, so that anyone can audit it.",
                        "Refunds below twenty euros are paid at once. Audits of them are logged.");
    }

    @Test
    void a_phrase_is_found_as_it_stands_with_its_small_words() {
        assertThat(texts("\"no longer hide\""))
                .containsExactly("It would no longer hide outages, at the cost of some calm.");
        assertThat(texts("\"longer no hide\"")).isEmpty();
    }

    @Test
    void meaning_never_breaks_a_phrase_an_operator_or_a_field() {
        assertThat(texts("\"frankness\"")).isEmpty();
        assertThat(texts("+frankness")).isEmpty();
        assertThat(texts("frankness AND managers")).isEmpty();
        assertThat(texts("title:frankness")).isEmpty();
        assertThat(texts("frankness team:payments")).isEmpty();
    }

    @Test
    void plain_words_are_found_by_meaning_too() {
        assertThat(texts("frankness")).containsExactly("Managers speak honestly with applicants.");
        assertThat(index.search(text("frankness")).hits().getFirst().highlights())
                .isEmpty();
    }

    @Test
    void plain_words_within_a_condition_are_found_by_meaning_there() {
        assertThat(texts("frankness team:people")).containsExactly("Managers speak honestly with applicants.");
    }

    @Test
    void what_has_the_word_and_the_meaning_stands_before_what_has_one_of_them() {
        publish(List.of(
                SampleRecord.of("a.md", "A").passage("The expenditure for paper was moderate."),
                SampleRecord.of("b.md", "B").passage("The cost was moderate."),
                SampleRecord.of("c.md", "C").passage("Cost centre seven is one of a dozen names in the long list.")));
        assertThat(texts("cost")).first().isEqualTo("The cost was moderate.");
        assertThat(texts("cost")).contains("The expenditure for paper was moderate.");
    }

    @Test
    void a_question_that_nothing_answers_finds_nothing() {
        var page = index.search(text("xylophone"));
        assertThat(page.total()).isZero();
        assertThat(page.hits()).isEmpty();
        assertThat(page.counts(Facet.TEAM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customers AND cost                 | 1
            customers OR cost                  | 5
            customers NOT cost                 | 2
            +customers -cost                   | 2
            -customers                         | 9
            (cost OR deleted) AND NOT customers| 3
            encrypt*                           | 1
            ledgre~                            | 2
            "the cost of storage"              | 1
            title:ledger                       | 4
            title:"append only"                | 4
            title:sess*                        | 3
            team:payments                      | 6
            section:consequences               | 2
            section:"decision outcome"         | 3
            section:options                    | 2
            decision:redis                     | 3
            path:payments/0001                 | 4
            path:0017*                         | 3
            status:accepted                    | 7
            format:minutes                     | 2
            value:thrift                       | 3
            value:candour AND role:reason      | 3
            value:Candour effect:given_up      | 1
            about:rejected                     | 1
            stance:compromises                 | 3
            -value:candour                     | 6
            date:2024                          | 8
            date:2024-Q2                       | 2
            date:[2023-11-05 TO 2024-02-10]    | 7
            date:[2024-03 TO *]                | 4
            NOT date:[* TO *]                  | 1
            title:(ledger OR refund) cost      | 2
            """)
    void conditions_hold_by_the_letter(String query, int found) {
        assertThat(index.search(text(query)).total()).isEqualTo(found);
    }

    @Test
    void a_heading_finds_the_passage_that_it_stands_over_and_not_the_rest() {
        assertThat(texts("+redis")).containsExactly("A public dashboard would have shown every failure to customers.");
        assertThat(texts("+\"values day\"")).containsExactly("Candour is our first value, and we live it.");
    }

    // --- filters

    @Test
    void every_time_a_value_was_a_reason_against_an_option_is_one_query() {
        var page = index.search(filtered(Map.of(
                Facet.VALUE, List.of("candour"), Facet.ROLE, List.of("reason"), Facet.ABOUT, List.of("rejected"))));
        assertThat(page.hits())
                .extracting(Hit::text)
                .containsExactly("A public dashboard would have shown every failure to customers.");
    }

    @Test
    void filters_of_references_hold_of_one_and_the_same_reference() {
        publish(List.of(SampleRecord.of("a.md", "A")
                .passage("We told them. It was dear.")
                .refers("candour", Stance.UPHOLDS, About.CHOSEN, Role.BEHAVIOUR)
                .refers("thrift", Stance.COMPROMISES, About.CHOSEN, Role.REASON)));
        assertThat(texts(filtered(Map.of(Facet.VALUE, List.of("candour"), Facet.ROLE, List.of("reason")))))
                .isEmpty();
        assertThat(texts("value:candour role:reason")).isEmpty();
        assertThat(texts("value:candour value:thrift")).hasSize(1);
        assertThat(texts(filtered("role:reason", Map.of(Facet.VALUE, List.of("candour")))))
                .isEmpty();
        assertThat(texts(filtered("role:reason", Map.of(Facet.VALUE, List.of("thrift")))))
                .hasSize(1);
    }

    @Test
    void a_hit_names_only_the_references_that_the_filters_accept() {
        publish(List.of(SampleRecord.of("a.md", "A")
                .passage("We told them.")
                .refers("candour", Stance.UPHOLDS, About.CHOSEN, Role.BEHAVIOUR)
                .refers("thrift", Stance.COMPROMISES, About.CHOSEN, Role.REASON)));
        var hit = index.search(filtered(Map.of(Facet.VALUE, List.of("thrift"))))
                .hits()
                .getFirst();
        assertThat(hit.references()).extracting(Hit.Referring::value).containsExactly("thrift");
    }

    @Test
    void several_words_of_a_facet_are_alternatives_and_several_facets_narrow() {
        assertThat(index.search(filtered(Map.of(Facet.TEAM, List.of("Payments", "People"))))
                        .total())
                .isEqualTo(8);
        assertThat(index.search(filtered(Map.of(
                                Facet.TEAM, List.of("payments"),
                                Facet.STATUS, List.of("accepted"),
                                Facet.SECTION, List.of("decision"))))
                        .total())
                .isEqualTo(2);
        assertThat(index.search(filtered(Map.of(Facet.PERIOD, List.of("2024-Q2"), Facet.FORMAT, List.of("minutes"))))
                        .total())
                .isEqualTo(2);
        assertThat(index.search(filtered(Map.of(Facet.TEAM, List.of()))).total())
                .isEqualTo(12);
    }

    @Test
    void a_period_takes_both_of_its_days_and_no_undated_record() {
        assertThat(index.search(between("2024-02-10", "2024-05-14")).documents())
                .isEqualTo(2);
        assertThat(index.search(between("0001-01-01", "9999-12-31")).documents())
                .isEqualTo(4);
    }

    @Test
    void a_word_that_a_facet_cannot_have_is_refused_with_those_it_can() {
        assertThatThrownBy(() -> filtered(Map.of(Facet.ROLE, List.of("reson"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("role has no word reson; it is one of reason, behaviour, declaration");
    }

    // --- counts

    @Test
    void facets_count_over_everything_that_matches_not_over_the_page() {
        var page = index.search(page("", 0, 1));
        assertThat(page.hits()).hasSize(1);
        assertThat(words(page, Facet.TEAM)).containsExactly("Payments 6", "Platform 3", "People 2");
        assertThat(words(page, Facet.VALUE)).containsExactly("candour 6", "thrift 3");
        assertThat(words(page, Facet.ROLE)).containsExactly("reason 5", "behaviour 3", "declaration 1");
        assertThat(words(page, Facet.EFFECT)).containsExactly("served 4", "given_up 3", "motivates 1", "none 1");
        assertThat(words(page, Facet.STANCE)).containsExactly("upholds 6", "compromises 3");
        assertThat(words(page, Facet.ABOUT)).containsExactly("chosen 6", "general 1", "rejected 1", "today 1");
        assertThat(words(page, Facet.STATUS)).containsExactly("accepted 7", "other 2", "proposed 2", "draft 1");
        assertThat(words(page, Facet.FORMAT)).containsExactly("madr4 8", "minutes 2", "nygard 2");
        assertThat(words(page, Facet.SECTION))
                .containsExactly("decision 4", "other 3", "consequences 2", "options 2", "context 1");
        assertThat(words(page, Facet.PERIOD)).containsExactly("2024-Q1 4", "2023-Q4 3", "2024-Q2 2", "2024-Q3 2");
    }

    @Test
    void with_a_value_chosen_the_roles_counted_are_that_values() {
        var page = index.search(filtered(Map.of(Facet.VALUE, List.of("candour"))));
        assertThat(page.total()).isEqualTo(6);
        assertThat(words(page, Facet.ROLE)).containsExactly("reason 3", "behaviour 2", "declaration 1");
        assertThat(words(page, Facet.VALUE)).containsExactly("candour 6");
    }

    @Test
    void a_passage_counts_once_for_a_word_however_often_it_has_it() {
        publish(List.of(SampleRecord.of("a.md", "A")
                .passage("We told them. We told all.")
                .refers("candour", Stance.UPHOLDS, About.CHOSEN, Role.REASON)
                .refers("candour", Stance.COMPROMISES, About.CHOSEN, Role.REASON)));
        assertThat(index.search(text("")).counts(Facet.VALUE)).containsExactly(new Count("candour", 1));
    }

    @Test
    void what_was_found_by_meaning_is_counted_too() {
        var page = index.search(text("frankness"));
        assertThat(page.total()).isEqualTo(1);
        assertThat(words(page, Facet.TEAM)).containsExactly("People 1");
    }

    // --- highlights

    @Test
    void every_form_of_a_word_is_marked_on_the_right_characters() {
        assertThat(marked("+log +audit")).containsExactlyInAnyOrder("log", "audit", "Audits", "logged");
    }

    @Test
    void a_phrase_is_marked_as_one() {
        assertThat(marked("\"cost of storage\"")).containsExactly("cost of storage");
    }

    @Test
    void what_a_star_and_a_tilde_stand_for_is_marked() {
        assertThat(marked("encrypt*")).containsExactly("encrypted", "encryption");
        assertThat(marked("custmers~ AND failure")).containsExactly("failure", "customers");
    }

    @Test
    void excluded_words_and_words_of_fields_are_not_marked() {
        assertThat(marked("title:ledger -cost +deleted")).containsExactly("deleted");
    }

    @Test
    void characters_beyond_the_basic_plane_do_not_shift_a_mark() {
        publish(List.of(SampleRecord.of("a.md", "A")
                .passage("\uD83D\uDE80\uD83D\uDE80 caf\u00e9 \u2014 na\u00efve ledgers \uD83D\uDE80.")));
        assertThat(marked("+ledger")).containsExactly("ledgers");
        assertThat(marked("+naive")).containsExactly("na\u00efve");
    }

    @Test
    void a_very_long_passage_is_shown_around_what_matched() {
        var filler = "one and another word ".repeat(2_000);
        var record = SampleRecord.of("a.md", "A").passage(filler + "needle " + filler);
        publish(List.of(record));
        var hit = index.search(text("+needle")).hits().getFirst();
        assertThat(hit.text()).hasSizeBetween(1_000, 1_500).contains(" needle ");
        assertThat(hit.place().span().of(record.text())).isEqualTo(hit.text());
        assertThat(hit.highlights())
                .singleElement()
                .satisfies(span -> assertThat(span.of(hit.text())).isEqualTo("needle"));
    }

    // --- order and pages

    @Test
    void pages_put_together_are_the_whole() {
        var whole = texts("customers cost ledger");
        var pages = IntStream.range(0, whole.size())
                .mapToObj(offset -> index.search(page("customers cost ledger", offset, 1)))
                .toList();
        assertThat(pages).allSatisfy(page -> assertThat(page.total()).isEqualTo(whole.size()));
        assertThat(pages.stream().flatMap(page -> page.hits().stream()).map(Hit::text))
                .containsExactlyElementsOf(whole);
        assertThat(index.search(page("customers cost ledger", whole.size(), 10)).hits())
                .isEmpty();
    }

    @Test
    void the_order_does_not_depend_on_how_the_index_came_about() {
        var once = index.search(text("customers cost"));
        var reversed = new ArrayList<>(SampleCorpus.ALL);
        Collections.reverse(reversed);
        publish(List.of(LEDGER));
        reversed.forEach(this::add);
        reversed.forEach(this::add);
        assertThat(index.search(text("customers cost"))).isEqualTo(once);
    }

    @Test
    void equals_stand_in_order_of_path_and_place() {
        var same = IntStream.range(0, 30)
                .mapToObj(i -> SampleRecord.of("%02d.md".formatted(29 - i), "T")
                        .passage("The same words.")
                        .passage("The same words."))
                .toList();
        publish(same);
        var places = index.search(text("same words")).hits().stream()
                .map(hit ->
                        hit.place().path() + " " + (1000 + hit.place().span().start()))
                .toList();
        assertThat(places).hasSize(60).isSorted();
    }

    @Test
    void one_can_page_ten_thousand_deep_and_no_further() {
        assertThat(index.search(page("", 9_990, 10)).hits()).isEmpty();
        assertThatThrownBy(() -> page("", 9_999, 10))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("narrow the query");
    }

    // --- wrong and costly queries

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"open",
                "(a",
                "a AND",
                "colour:red",
                "*",
                "*ing",
                "x /.*(a|a)*b/",
                "date:soon",
                "wo-rd*",
                "title:\"late\" AND (audit OR *) NOT [* TO *] ~10 ^100 \\\" /.*(a|a)*b/ +- && || ! { } ${jndi:ldap://x/a}"
            })
    void a_query_that_cannot_be_answered_is_refused_in_one_line(String query) {
        assertThatThrownBy(() -> index.search(text(query)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("query")
                .hasMessageNotContaining("\n");
    }

    @Test
    void the_longest_query_allowed_is_answered() {
        assertThatThrownBy(() -> index.search(text("aa* ".repeat(20) + "bbb~")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("more than 20 words with * or ~");
        assertThat(index.search(text("word ".repeat(200))).total()).isZero();
        assertThat(index.search(text("qz* OR ".repeat(19) + "qzq~2")).total()).isZero();
    }

    @Test
    void a_term_longer_than_an_index_can_hold_is_found_by_its_beginning() {
        add(SampleRecord.of("long.md", "Long").passage("lantern".repeat(6_000) + "."));
        assertThat(index.search(text("lanternlan*")).total()).isEqualTo(1);
    }

    @Test
    void however_many_words_are_near_one_each_of_them_is_found() {
        try (var generation = index.replace()) {
            for (var letter = 'a'; letter <= 'z'; letter++)
                for (var at = 1; at < 6; at++)
                    SampleRecord.of(letter + "-" + at + ".md", "Record")
                            .passage("ledgers".substring(0, at) + letter + "ledgers".substring(at + 1) + ".")
                            .addTo(generation);
            generation.commit();
        }
        assertThat(index.search(text("ledgers~")).total()).isEqualTo(26 * 5);
    }

    // --- publishing

    @Test
    void what_is_not_committed_is_not_there() {
        try (var generation = index.replace()) {
            NOTES.addTo(generation);
        }
        try (var generation = index.extend()) {
            SampleRecord.of("new.md", "New").passage("Something new.").addTo(generation);
        }
        assertThat(index.search(text("")).total()).isEqualTo(12);
    }

    @Test
    void until_a_replacement_is_committed_the_old_index_answers() {
        try (var generation = index.replace()) {
            NOTES.addTo(generation);
            assertThat(index.search(text("")).total()).isEqualTo(12);
            generation.commit();
            assertThat(index.search(text("")).total()).isEqualTo(1);
        }
        assertThat(index.search(text("")).total()).isEqualTo(1);
    }

    @Test
    void an_addition_replaces_the_document_with_its_path() {
        add(SampleRecord.of(NOTES.path(), "Loose ends, tied").passage("Done.").passage("Really."));
        assertThat(index.search(text("")).total()).isEqualTo(13);
        assertThat(texts("title:loose")).containsExactly("Done.", "Really.");
    }

    @Test
    void a_document_that_failed_is_not_found_any_longer() {
        try (var generation = index.extend()) {
            var entry = new Entry(NOTES.path(), "", new Outcome.Failed("it is damaged"), List.of());
            generation.add(entry, NOTES.annotated());
            generation.commit();
        }
        assertThat(texts("title:loose")).isEmpty();
    }

    @Test
    void a_document_that_is_taken_out_goes_with_the_parts_inside_it_and_no_other() {
        add(SampleRecord.of("mail.zip", "Mail").passage("A letter."));
        add(SampleRecord.of("mail.zip!/a.md", "First part").passage("A letter."));
        add(SampleRecord.of("mail.zip!/b.zip!/c.md", "Second part").passage("A letter."));
        add(SampleRecord.of("mail.zip.md", "On the mail").passage("A letter."));
        try (var generation = index.extend()) {
            generation.remove("mail.zip");
            generation.remove("nowhere.md");
            assertThat(texts("+letter")).hasSize(4);
            generation.commit();
        }
        assertThat(index.search(text("+letter")).hits())
                .extracting(hit -> hit.place().path())
                .containsExactly("mail.zip.md");
        assertThat(index.search(text("")).documents()).isEqualTo(6);
        assertThatThrownBy(() -> index.similar("mail.zip!/a.md", 3)).isInstanceOf(BadInput.class);
    }

    @Test
    void what_is_taken_out_and_added_again_is_there() {
        try (var generation = index.extend()) {
            generation.remove(NOTES.path());
            NOTES.addTo(generation);
            generation.commit();
        }
        assertThat(index.search(text("")).total()).isEqualTo(12);
    }

    @Test
    void with_a_document_that_is_added_again_go_the_parts_it_no_longer_has() {
        var container = SampleRecord.of("mail.zip", "Mail").passage("A letter.");
        var kept = SampleRecord.of("mail.zip!/a.md", "Kept").passage("A letter.");
        add(container);
        add(kept);
        add(SampleRecord.of("mail.zip!/b.md", "Gone").passage("A letter."));
        add(SampleRecord.of("mail.zip.md", "Neighbour").passage("A letter."));
        try (var generation = index.extend()) {
            kept.addTo(generation);
            container.addTo(generation);
            generation.commit();
        }
        assertThat(index.search(text("+letter")).hits())
                .extracting(Hit::title)
                .containsExactlyInAnyOrder("Mail", "Kept", "Neighbour");
    }

    @Test
    void a_generation_takes_nothing_after_its_commit() {
        try (var generation = index.extend()) {
            generation.commit();
            assertThatThrownBy(() -> NOTES.addTo(generation)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> generation.remove(NOTES.path())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void an_index_outlives_its_process() {
        index.close();
        index = open(folder, new TestingEncoder());
        assertThat(index.search(text("")).total()).isEqualTo(12);
        assertThat(index.staleness()).isEmpty();
    }

    @Test
    void another_reader_sees_what_is_committed_and_only_that() {
        try (var other = open(folder, new TestingEncoder())) {
            assertThat(other.search(text("")).total()).isEqualTo(12);
            try (var generation = index.extend()) {
                SampleRecord.of("new.md", "New").passage("Something new.").addTo(generation);
                assertThat(other.search(text("")).total()).isEqualTo(12);
                generation.commit();
            }
            assertThat(other.search(text("")).total()).isEqualTo(13);
            publish(List.of(NOTES));
            assertThat(other.search(text("")).total()).isEqualTo(1);
        }
    }

    @Test
    void a_second_writer_is_told_that_somebody_writes() {
        try (var other = open(folder, new TestingEncoder());
                var _ = index.extend()) {
            assertThatThrownBy(other::replace)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("being written by somebody else");
            assertThatThrownBy(index::extend).isInstanceOf(BadInput.class);
        }
        publish(List.of(NOTES));
    }

    @Test
    void a_folder_without_an_index_answers_with_nothing_and_still_refuses_what_is_wrong() {
        try (var empty = open(folder.resolve("empty"), new TestingEncoder())) {
            assertThat(empty.search(text("anything")).total()).isZero();
            assertThatThrownBy(() -> empty.search(text("\"open"))).isInstanceOf(BadInput.class);
            assertThat(empty.staleness()).isEmpty();
            try (var generation = empty.extend()) {
                NOTES.addTo(generation);
                generation.commit();
            }
            assertThat(empty.search(text("")).total()).isEqualTo(1);
        }
    }

    @Test
    void an_index_with_another_encoders_vectors_asks_to_be_made_anew() {
        index.close();
        index = open(folder, new TestingEncoder("testing-2"));
        assertThat(index.staleness())
                .hasValueSatisfying(fault -> assertThat(fault).contains("testing-1", "testing-2"));
        assertThatThrownBy(() -> index.search(text("")))
                .isInstanceOf(StaleIndex.class)
                .hasMessageContaining("testing-2");
        assertThatThrownBy(index::extend).isInstanceOf(StaleIndex.class);
        publish(List.of(NOTES));
        assertThat(index.search(text("")).total()).isEqualTo(1);
    }

    // --- hostile text

    @Test
    void words_paths_teams_and_titles_of_any_length_are_indexed() {
        var endless = "x".repeat(200_000);
        var record = SampleRecord.of("folder/" + endless + ".md", endless)
                .by(endless)
                .format(endless)
                .section(Section.Kind.DECISION, endless)
                .passage("The word " + endless + " halts here.")
                .refers(endless, Stance.UPHOLDS, About.CHOSEN, Role.REASON);
        publish(List.of(record, NOTES));
        assertThat(index.search(text("+halts")).hits()).singleElement().satisfies(hit -> {
            assertThat(hit.title()).isEqualTo(endless);
            assertThat(hit.place().path()).isEqualTo(record.path());
        });
        add(record);
        assertThat(index.search(text("")).total()).isEqualTo(2);
    }

    @Test
    void half_characters_and_control_characters_are_indexed_and_found() {
        publish(List.of(SampleRecord.of("a.md", "A").passage("Half \uD800 a \u0000 \uDC00 character \u202E in it.")));
        assertThat(marked("+character")).containsExactly("character");
        assertThat(index.search(text("\uD800 x \uDC00\uD800")).total()).isZero();
    }

    // --- precedents

    @Test
    void the_documents_most_like_one_come_first_and_itself_never() {
        var again = SampleRecord.of("billing/0009.md", "Log changes of invoices")
                .by("Billing")
                .on("2024-09-01")
                .passage("We log every change of an invoice in a ledger, so that customers can audit it.")
                .passage("Entries are never deleted, whatever the cost of storage.");
        var records = new ArrayList<>(SampleCorpus.ALL);
        records.add(again);
        publish(records);
        assertThat(index.similar(LEDGER.path(), 3)).hasSize(3).first().satisfies(precedent -> {
            assertThat(precedent.path()).isEqualTo("billing/0009.md");
            assertThat(precedent.title()).isEqualTo("Log changes of invoices");
            assertThat(precedent.team()).isEqualTo("Billing");
            assertThat(precedent.likeness().permille()).isBetween(300, 999);
        });
        assertThat(index.similar(LEDGER.path(), 100))
                .extracting(Precedent::path)
                .containsExactlyInAnyOrder(again.path(), REFUNDS.path(), CACHE.path(), MINUTES.path(), NOTES.path());
    }

    @Test
    void precedents_of_an_unknown_document_are_refused() {
        assertThatThrownBy(() -> index.similar("nowhere.md", 3))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no document nowhere.md");
    }

    @Test
    void a_document_without_sentences_can_be_found_but_not_by_meaning() {
        var silent = SampleRecord.of("a.md", "A");
        add(silent);
        assertThat(index.similar(silent.path(), 3)).isEmpty();
        assertThat(index.similar(NOTES.path(), 10)).extracting(Precedent::path).doesNotContain(silent.path());
        assertThat(Optional.of(index.search(text("")).total())).contains(12);
    }
}
