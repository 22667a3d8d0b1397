package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.models.corenlp.CoreNlpSentences;
import dev.touchstone.models.corenlp.SentenceReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {
    private static final SentenceReader READER = new CoreNlpSentences();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users                | The user keeps control.                 | SENSE
            user experience      | A better user experience.               | SENSE
            automate             | Automation saves time.                  | STEM
            open                 | Open the file.                          | LEMMA
            technical debt       | This is a technical question.           | \s
            legacy               | The legal team agrees.                  | \s
            out-of-tree          | Drivers live out-of-tree.               | SENSE
            """)
    void a_term_is_met_by_lemma_sense_or_stem(String term, String sentence, String likeness) {
        var matches = new Term(term, READER.words(term)).matches(READER.words(sentence));
        assertThat(matches.stream().map(match -> match.likeness().name()).collect(Collectors.joining(" ")))
                .isEqualTo(likeness == null ? "" : likeness.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leave                | They left early.                        | true
            left                 | They left early.                        | true
            person               | People first.                           | true
            automate             | Automation saves time.                  | true
            user experience      | The user has experience.                | false
            a b c                | a b                                     | false
            """)
    void a_term_may_stand_where_one_reading_of_the_words_has_it(String term, String sentence, boolean stands) {
        var tokens = READER.split(sentence, new Span(0, sentence.length())).stream()
                .flatMap(split -> split.tokens().stream())
                .toList();
        assertThat(new Terms(List.of(new Term(term, READER.words(term)))).mayStandIn(tokens))
                .isEqualTo(stands);
    }
}
