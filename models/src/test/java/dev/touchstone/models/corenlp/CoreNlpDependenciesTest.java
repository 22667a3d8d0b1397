package dev.touchstone.models.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreNlpDependenciesTest {
    private final CoreNlpSentences sentences = new CoreNlpSentences();
    private final CoreNlpDependencies dependencies = new CoreNlpDependencies();

    @Test
    void a_sentence_of_more_than_a_hundred_words_is_not_parsed() {
        assertThat(parsed(100)).hasSize(100);
        assertThat(parsed(101)).isEmpty();
    }

    private List<Dependency> parsed(int words) {
        var text = "lamp ".repeat(words).strip();
        var split = sentences.split(text, new Span(0, text.length()));
        assertThat(split)
                .singleElement()
                .satisfies(one -> assertThat(one.tokens()).hasSize(words));
        return dependencies.dependencies(sentences.tag(split.getFirst()));
    }
}
