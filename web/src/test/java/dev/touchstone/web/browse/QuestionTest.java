package dev.touchstone.web.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.search.Facet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
    @Test
    void an_address_and_its_question_say_the_same() {
        var question = Question.parse(Map.of(
                "q",
                List.of("access log"),
                "value",
                List.of("candour", "care"),
                "team",
                List.of("R&D / ops"),
                "presence",
                List.of("at_work"),
                "gave_way",
                List.of("thrift"),
                "from",
                List.of("2024-01-31"),
                "to",
                List.of(""),
                "sort",
                List.of("oldest"),
                "page",
                List.of("3")));
        assertThat(question.address("/decisions"))
                .isEqualTo("/decisions?q=access+log&value=candour&value=care&team=R%26D+%2F+ops&presence=at_work"
                        + "&gave_way=thrift&from=2024-01-31&sort=oldest&page=3");
        assertThat(question.without(Facet.VALUE, "care").words(Facet.VALUE)).containsExactly("candour");
    }

    @Test
    void a_narrower_question_starts_at_the_first_page() {
        assertThat(Question.ALL.at(7).with(Facet.ROLE, "reason").page()).isEqualTo(1);
    }

    @Test
    void what_a_form_leaves_empty_asks_for_nothing() {
        assertThat(Question.parse(Map.of("q", List.of(""), "value", List.of(" "))))
                .isEqualTo(Question.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red, 'there is no filter colour; there are value, stance, effect, role, about, team, status, format, section,"
                + " period, q, presence, gave_way, from, to, sort and page'",
        "from, yesterday, 'from: a day is written 2024-05-31, not yesterday'",
        "page, 0, page: pages count from 1",
        "page, two, 'page: a whole number from 1, not two'",
        "presence, loud, 'presence: at_work, mentioned or silent, not loud'"
    })
    void what_cannot_be_understood_is_named(String name, String word, String message) {
        assertThatThrownBy(() -> Question.parse(Map.of(name, List.of(word))))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }
}
