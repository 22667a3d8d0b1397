package dev.touchstone.auditor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.search.Condition.All;
import dev.touchstone.auditor.search.Condition.Any;
import dev.touchstone.auditor.search.Condition.Dated;
import dev.touchstone.auditor.search.Condition.Finds;
import dev.touchstone.auditor.search.Condition.Has;
import dev.touchstone.auditor.search.Condition.Not;
import dev.touchstone.auditor.search.Condition.Place;
import dev.touchstone.auditor.search.Condition.Refers;
import dev.touchstone.auditor.search.Condition.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSyntaxTest {
    private static Finds word(String text) {
        return new Finds(Place.TEXT, new Term.Word(text));
    }

    private static List<Condition> conditions(String query) {
        var question = SearchSyntax.parse(query);
        assertThat(question.words()).isEmpty();
        return question.conditions();
    }

    @Test
    void plain_words_stay_free_beside_conditions() {
        assertThat(SearchSyntax.parse("customer trust status:accepted -draft"))
                .isEqualTo(new Question(
                        List.of("customer", "trust"),
                        List.of(new Has(Facet.STATUS, "accepted"), new Not(word("draft")))));
    }

    @Test
    void words_joined_by_an_operator_are_conditions() {
        assertThat(conditions("customer AND trust")).containsExactly(word("customer"), word("trust"));
        assertThat(conditions("+customer")).containsExactly(word("customer"));
        assertThat(conditions("(customer trust)")).containsExactly(new All(List.of(word("customer"), word("trust"))));
    }

    @Test
    void and_binds_tighter_than_or() {
        assertThat(conditions("a OR b c"))
                .containsExactly(new Any(List.of(word("a"), new All(List.of(word("b"), word("c"))))));
        assertThat(conditions("(a OR b) AND NOT c"))
                .containsExactly(new Any(List.of(word("a"), word("b"))), new Not(word("c")));
    }

    @Test
    void an_empty_query_asks_for_everything() {
        assertThat(SearchSyntax.parse("  \n ")).isEqualTo(new Question(List.of(), List.of()));
    }

    @Test
    void properties_of_references_side_by_side_speak_of_one_reference() {
        assertThat(conditions("value:candour role:reason effect:\"given up\""))
                .containsExactly(
                        new Refers(Map.of(Facet.VALUE, "candour", Facet.ROLE, "reason", Facet.EFFECT, "given_up")));
    }

    @Test
    void the_same_property_twice_speaks_of_two_references() {
        assertThat(conditions("value:candour AND value:thrift"))
                .containsExactly(new Refers(Map.of(Facet.VALUE, "candour")), new Refers(Map.of(Facet.VALUE, "thrift")));
    }

    @Test
    void a_field_holds_for_all_of_its_parentheses() {
        assertThat(conditions("title:(cache OR queu*)"))
                .containsExactly(new Any(List.of(
                        new Finds(Place.TITLE, new Term.Word("cache")),
                        new Finds(Place.TITLE, new Term.Prefix("queu")))));
    }

    @ParameterizedTest
    @CsvSource({
        "date:2024,                          2024-01-01, 2024-12-31",
        "date:2024-02,                       2024-02-01, 2024-02-29",
        "date:2024-Q4,                       2024-10-01, 2024-12-31",
        "date:2024-05-07,                    2024-05-07, 2024-05-07",
        "date:[2024-01-01 TO 2024-06-30],    2024-01-01, 2024-06-30",
        "date:[2023 TO 2024-Q1],             2023-01-01, 2024-03-31",
    })
    void dates_are_days_months_quarters_years_and_ranges_of_them(String query, LocalDate from, LocalDate to) {
        assertThat(conditions(query)).containsExactly(new Dated(Optional.of(from), Optional.of(to)));
    }

    @Test
    void a_range_of_days_may_be_open() {
        assertThat(conditions("date:[2024 TO *]"))
                .containsExactly(new Dated(Optional.of(LocalDate.of(2024, 1, 1)), Optional.empty()));
    }

    @Test
    void a_pasted_sentence_is_a_query_of_its_words() {
        assertThat(SearchSyntax.parse("Note: we use std::io -- see http://x.org/a at 10:30, why? ... [1]")
                        .words())
                .containsExactly(
                        "Note:", "we", "use", "std::io", "see", "http://x.org/a", "at", "10:30,", "why?", "[1]");
    }

    @Test
    void a_power_is_no_weight() {
        assertThat(SearchSyntax.parse("2^10 x^2 a ^ b ^5").words()).containsExactly("2^10", "x^2", "a", "b", "^5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
        "never closed            § 1  § the quotation mark is not closed; add "
        cost "of                 § 6  § the quotation mark is not closed
        (a OR b                  § 1  § the parenthesis is not closed; add )
        lamp^100                 § 5  § weights are not taken, the rarer word counts more by itself; leave ^100 out
        title:cache^2.5          § 12 § weights are not taken
        lamp~^2 store            § 6  § weights are not taken
        "tide table"^2           § 13 § weights are not taken
        (a OR b)^2               § 9  § weights are not taken
        a )                      § 3  § the parenthesis closes nothing
        a AND b )                § 9  § the parenthesis closes nothing
        a AND                    § 3  § AND has nothing on its right
        OR b                     § 1  § OR has nothing on its left
        a AND OR b               § 7  § OR has nothing on its left
        NOT                      § 1  § NOT has nothing on its right
        a && b                   § 3  § write AND
        ()                       § 1  § there is nothing between the parentheses
        colour:red               § 1  § there is no field colour:; the fields are title, team
        title:"..."              § 7  § there is no word between the quotation marks
        role:reson               § 6  § role: has no word reson; it is one of reason, behaviour, declaration
        value:cand*              § 7  § value: takes a whole word
        date:yesterday           § 6  § yesterday is not a date; write date:2024-05-01
        date:2024-02-30          § 6  § 2024-02-30 is not a day of the calendar
        date:[2024 TO 2023]      § 6  § the range ends before it begins
        date:[2024]              § 6  § this is not a range of days
        title:[a TO b]           § 7  § only dates have ranges
        title:(team:x)           § 8  § a field cannot stand inside another
        *                        § 1  § a star needs letters before it
        *word                    § 1  § a star can only end a word
        wo*rd                    § 1  § a star can only end a word
        a*                       § 1  § a star needs two letters before it
        ab~                      § 1  § ~ needs a word of three letters
        "loss of data"~100000    § 15 § the words of a phrase stand side by side; leave ~ out
        word~7                   § 1  § one or two letters may differ; write word~ or word~2
        x /.*(a|a)*b/            § 3  § regular expressions are not searched for
        /a.*b/                   § 1  § regular expressions are not searched for
        """)
    void what_is_wrong_is_said_with_its_place_and_the_remedy(String query, int at, String message) {
        assertThatThrownBy(() -> SearchSyntax.parse(query))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("query, character " + at + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "- + |", "!"})
    void a_query_without_a_word_says_so(String query) {
        assertThatThrownBy(() -> SearchSyntax.parse(query))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no word");
    }

    @Test
    void ten_thousand_clauses_are_refused() {
        assertThatThrownBy(() -> SearchSyntax.parse("a OR ".repeat(10_000) + "a"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("characters");
        assertThatThrownBy(() -> SearchSyntax.parse("a ".repeat(300)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("more than 200 parts");
        assertThatThrownBy(() -> SearchSyntax.parse("(".repeat(1_900) + "a" + ")".repeat(1_900)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("more than 200 parts");
    }

    @Test
    void words_that_stand_for_many_are_counted() {
        assertThat(conditions("encrypt* OR recieve~2 OR ".repeat(9) + "lock~ OR key*"))
                .hasSize(1);
        assertThatThrownBy(() -> SearchSyntax.parse("recieve~2 OR ".repeat(20) + "encrypt*"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("more than 20 words with * or ~");
    }

    @Test
    void every_line_of_the_help_is_in_the_language_that_it_describes() {
        var examples = SearchSyntax.HELP
                .lines()
                .takeWhile(line -> !line.isBlank())
                .map(line -> line.split(" {3,}", 2)[0])
                .toList();
        assertThat(examples).hasSizeGreaterThan(10).allSatisfy(SearchSyntax::parse);
    }

    @Property(seed = "2718281828")
    void any_text_is_understood_or_refused(@ForAll String query) {
        try {
            SearchSyntax.parse(query);
        } catch (BadInput refused) {
            assertThat(refused).hasMessageStartingWith("query");
        }
    }
}
