package dev.touchstone.auditor.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.structure.DateText.Proof;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-05-01                          | 2024-05-01
            2024/5/1                            | 2024-05-01
            20140211-a-response.rst             | 2014-02-11
            2016-03-28_storage_notes.pdf        | 2016-03-28
            28-Feb-2018                         | 2018-02-28
            7th of March, 2019                  | 2019-03-07
            12 July, 2023                       | 2023-07-12
            Wednesday August 22, 2018 at noon   | 2018-08-22
            Sept. 3, 2020                       | 2020-09-03
            05/02/2018                          | 2018-02-05
            10/04/18                            | 2018-04-10
            31.12.1999                          | 1999-12-31
            13/03/99                            | 1999-03-13
            11/14/2024                          | 2024-11-14
            2023-06-26T10:00:00Z                | 2023-06-26
            2026-04-27, before that 2023-07-03  | 2026-04-27
            """)
    void the_usual_forms_are_read(String text, String date) {
        assertThat(DateText.in(text).map(DateText::date)).hasToString("Optional[" + date + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2023-07-2i", "version 3.11.2", "31/02/2024", "May I ask 12 people", "2024.1", "2022-09"})
    void what_is_no_day_is_no_date(String text) {
        assertThat(DateText.in(text)).isEmpty();
    }

    @Test
    void slashes_are_day_first_unless_the_neighbours_prove_otherwise() {
        var neighbours = List.of(read("03/04/2024"), read("11/14/2024"));

        assertThat(DateText.custom(neighbours)).isEqualTo(Proof.MONTH_FIRST);
        assertThat(DateText.in("03/04/2024", DateText.custom(neighbours))
                        .orElseThrow()
                        .date())
                .hasToString("2024-03-04");
    }

    @Test
    void neighbours_that_contradict_each_other_prove_nothing() {
        assertThat(DateText.custom(List.of(read("14/11/2024"), read("11/14/2024"))))
                .isEqualTo(Proof.DAY_FIRST);
    }

    private static DateText read(String text) {
        return DateText.in(text).orElseThrow();
    }
}
