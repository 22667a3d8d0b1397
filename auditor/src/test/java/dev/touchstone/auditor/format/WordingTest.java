package dev.touchstone.auditor.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            decision drivers   | decision drivers             | true
            decision drivers   | decision drivers, in order   | false
            decision outcome*  | decision outcome - storage   | true
            *motion * carried* | the motion was carried       | true
            *motion * carried* | the motion was lost          | false
            a*a                | a                            | false
            *                  | anything                     | true
            good, because*     | good, because it's cheap     | true
            """)
    void a_star_stands_for_anything_and_the_rest_for_itself(String pattern, String text, boolean fits) {
        assertThat(new Wording(pattern).matches(Folded.of(text))).isEqualTo(fits);
    }

    @Test
    void a_pattern_of_many_stars_is_decided_at_once_on_a_long_text() {
        var pattern = new Wording("a*".repeat(50) + "b");

        assertThat(pattern.matches("a".repeat(100_000))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.1 ✅ Decision Drivers (optional): | decision drivers
            Pros and **Cons** of the Options   | pros and cons of the options
            3) What’s proposed                 | what's proposed
            2014-02-11 A response              | 2014-02-11 a response
            b. Costs                           | costs
            """)
    void headings_are_compared_without_numbering_signs_and_emphasis(String written, String folded) {
        assertThat(Folded.heading(written)).isEqualTo(folded);
    }

    @Test
    void names_of_fields_are_compared_without_hyphens() {
        assertThat(Folded.name("Superseded-By:")).isEqualTo("superseded by");
        assertThat(Folded.name("decision_makers")).isEqualTo("decision makers");
    }
}
