package dev.touchstone.models.classify;

import static dev.touchstone.auditor.reference.Signal.Kind.ACTION;
import static dev.touchstone.auditor.reference.Signal.Kind.NUMBER;
import static dev.touchstone.auditor.reference.Signal.Kind.STAKEHOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.models.corenlp.CoreNlpSentences;
import dev.touchstone.models.corenlp.SentenceReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificsTest {
    private static final SentenceReader READER = new CoreNlpSentences();

    @Test
    void a_sentence_can_name_all_three() {
        assertThat(specifics("The operators confirm each change within 30 seconds."))
                .containsExactly(
                        new Signal(ACTION, "confirm each change"),
                        new Signal(NUMBER, "30 seconds"),
                        new Signal(STAKEHOLDER, "operators"));
    }

    @Test
    void what_is_done_can_be_told_in_the_passive() {
        assertThat(specifics("Every failure is logged.")).containsExactly(new Signal(ACTION, "is logged"));
    }

    @Test
    void money_keeps_its_sign() {
        assertThat(specifics("That is about £3,800 more.")).containsExactly(new Signal(NUMBER, "£3,800"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We strive to be the best at safety.",
                "Security is important to us.",
                "This ensures consistency and improves quality.",
                "We value openness and want simplicity.",
            })
    void praise_is_not_specific(String sentence) {
        assertThat(specifics(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is as in version 3 and section 12.",
                "It has been so since 2019.",
                "This is one of the reasons.",
            })
    void labels_years_and_pronouns_are_no_numbers(String sentence) {
        assertThat(specifics(sentence)).extracting(Signal::kind).doesNotContain(NUMBER);
    }

    private static List<Signal> specifics(String sentence) {
        return Specifics.of(READER.words(sentence));
    }
}
