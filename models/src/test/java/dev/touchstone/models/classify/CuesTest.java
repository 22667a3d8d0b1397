package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.models.corenlp.CoreNlpDependencies;
import dev.touchstone.models.corenlp.CoreNlpSentences;
import dev.touchstone.models.corenlp.DependencyReader;
import dev.touchstone.models.corenlp.SentenceReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CuesTest {
    private static final SentenceReader READER = new CoreNlpSentences();
    private static final DependencyReader DEPENDENCIES = new CoreNlpDependencies();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We log every failure so that anyone can check.       | COST failure; REASON so that
            It is fast, but it is costly.                        | BENEFIT fast; CONTRAST but; COST costly
            We accept slower builds at the expense of speed.     | CONCESSION we accept; COST slow; CONCESSION at the expense of
            Although it is cheap, users may wait.                | CONCESSION although; BENEFIT cheap; HEDGE may
            If the key expires, the client must stop.            | CONDITION if; REQUIREMENT must; CHANGE stop
            This does not leak credentials.                      | NEGATION not; not COST leak
            It reduces the risk of an outage.                    | BENEFIT reduce; CHANGE reduce; not COST risk; not COST outage
            Today the nightly job fails.                         | TODAY today; COST fail
            This option would have exposed names.                | DISMISSAL would have; COST expose
            Should the log be public?                            | REQUIREMENT should; QUESTION ?
            Since 2019 we publish the minutes.                   | REASON since
            The table has three columns.                         | \s
            """)
    void a_sentence_shows_how_it_argues(String sentence, String cues) {
        var found = cues(sentence).cues().stream()
                .sorted(java.util.Comparator.comparingInt(Cue::position))
                .map(cue -> (cue.denied() ? "not " : "") + cue.kind() + " " + cue.words())
                .collect(Collectors.joining("; "));
        assertThat(found).isEqualTo(cues == null ? "" : cues.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The log does not leak credentials, but it is slow.   | leak credentials
            Nobody can read the draft, so users wait.            | can read the draft
            We never expose raw addresses.                       | expose raw addresses
            It ships without a manual step.                      | a manual step
            """)
    void a_negation_denies_its_own_phrase_and_nothing_after(String sentence, String denied) {
        var words = READER.words(sentence);
        var parsed = READER.sentences(sentence, new Span(0, sentence.length())).getFirst();
        var scope = Negations.scopes(words, DEPENDENCIES.dependencies(parsed)).getFirst();
        assertThat(words.subList(scope.start(), scope.end()).stream()
                        .map(word -> word.text())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(denied);
    }

    @Test
    void a_denied_cost_weighs_as_a_benefit() {
        assertThat(cues("It does not break existing clients.").balance()).isPositive();
        assertThat(cues("It breaks existing clients.").balance()).isNegative();
        assertThat(cues("It is not reliable.").balance()).isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "We do not publish drafts because they are costly., false",
        "We do not publish costly drafts., true",
        "Drafts are costly., false"
    })
    void dependencies_matter_where_a_negation_may_reach_a_cue(String sentence, boolean matter) {
        assertThat(Cues.mayBeDenied(READER.words(sentence))).isEqualTo(matter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We do not publish drafts because they are costly.",
                "Without a log, the risk is hidden.",
                "The name is not in the file that the nightly job leaves on the slow disk."
            })
    void where_they_do_not_matter_they_change_nothing(String sentence) {
        var words = READER.words(sentence);
        assertThat(Cues.mayBeDenied(words)).isFalse();
        assertThat(Cues.of(words, List.of())).isEqualTo(cues(sentence));
    }

    private static Cues cues(String sentence) {
        var parsed = READER.sentences(sentence, new Span(0, sentence.length())).getFirst();
        return Cues.of(parsed.words(), DEPENDENCIES.dependencies(parsed));
    }
}
