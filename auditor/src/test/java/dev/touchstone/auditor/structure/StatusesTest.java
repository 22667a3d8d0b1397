package dev.touchstone.auditor.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.decision.Option.Fate;
import dev.touchstone.auditor.decision.Status.Normal;
import dev.touchstone.auditor.format.Language;
import dev.touchstone.auditor.format.Reading;
import dev.touchstone.auditor.format.Units;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {
    private static final Reading READING = new Reading(
            Map.of(),
            Map.of(
                    "accepted", Normal.ACCEPTED,
                    "rejected", Normal.REJECTED,
                    "superseded", Normal.SUPERSEDED,
                    "in progress", Normal.DRAFT,
                    "withdrawn", Normal.OTHER),
            List.of(),
            List.of(),
            Language.NONE,
            Units.NONE,
            List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Accepted (2024)                    | ACCEPTED
            ❌ Rejected (see 019)              | REJECTED
            ⌛️ Superseded by 036, accepted     | SUPERSEDED
            {Accepted}                         | ACCEPTED
            In Progress                        | DRAFT
            not accepted                       | REJECTED
            minuted                            | OTHER
            """)
    void a_status_means_what_its_first_known_word_means(String written, Normal normal) {
        assertThat(Statuses.of(written, READING).normal()).isEqualTo(normal);
    }

    @Test
    void a_template_left_as_it_was_chooses_nothing() {
        assertThat(Statuses.of("proposed | rejected | accepted", READING).normal())
                .isEqualTo(Normal.OTHER);
    }

    @Test
    void what_was_withdrawn_is_open_and_what_says_nothing_stands() {
        assertThat(Statuses.fate(Statuses.of("Withdrawn", READING), READING)).isEqualTo(Fate.OPEN);
        assertThat(Statuses.fate(Statuses.of("", READING), READING)).isEqualTo(Fate.CHOSEN);
        assertThat(Statuses.fate(Statuses.of("presented to the board", READING), READING))
                .isEqualTo(Fate.CHOSEN);
    }
}
