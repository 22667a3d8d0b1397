package dev.touchstone.models.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceReaderTest {
    private static final SentenceReader READER = new CoreNlpSentences();

    @Test
    void sentences_point_into_the_text_that_they_were_read_from() {
        var text = "Title Users come first. They broke nothing.";
        var sentences = READER.sentences(text, new Span(6, text.length()));
        assertThat(sentences.stream().map(sentence -> sentence.span().of(text)))
                .containsExactly("Users come first.", "They broke nothing.");
    }

    @Test
    void a_word_knows_its_lemma_and_its_part_of_speech() {
        assertThat(READER.words("Clients broke"))
                .containsExactly(
                        new Word("Clients", "client", "client", "NNS", new Span(0, 7)),
                        new Word("broke", "break", "break", "VBD", new Span(8, 13)));
    }

    @Test
    void a_sentence_is_tagged_after_it_is_split_as_if_both_were_done_at_once() {
        var text = "They broke it. The clients' builds (all three) were left broken, \"as is\".";
        var range = new Span(0, text.length());
        assertThat(READER.split(text, range).stream().map(READER::tag).toList())
                .isEqualTo(READER.sentences(text, range));
    }

    @Test
    void the_lemma_that_a_word_turns_out_to_have_is_among_its_forms() {
        var text = "These people's best criteria were left out, and she's found that data wanting: an n't-er cannot.";
        for (var sentence : READER.split(text, new Span(0, text.length()))) {
            var words = READER.tag(sentence).words();
            for (var at = 0; at < words.size(); at++) {
                var forms = sentence.tokens().get(at).forms();
                assertThat(forms.lemmas()).contains(words.get(at).lemma());
                if (words.get(at).stem().length() >= Stem.SHORTEST)
                    assertThat(forms.stems()).contains(words.get(at).stem());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "the log is kept, true",
        "Add a second key, true",
        "Will Smith of the second team, false",
        "all other tests, false"
    })
    void a_sentence_has_a_verb_whether_or_not_the_tagger_has_to_be_asked(String text, boolean verb) {
        var sentence = READER.split(text, new Span(0, text.length())).getFirst();
        assertThat(READER.hasVerb(sentence)).isEqualTo(verb);
        assertThat(READER.tag(sentence).hasVerb()).isEqualTo(verb);
    }

    @Test
    void a_passage_read_before_gets_spans_of_its_own_place() {
        var text = "Users wait. Users wait.";
        var first = READER.sentences(text, new Span(0, 11)).getFirst();
        var second = READER.sentences(text, new Span(12, 23)).getFirst();
        assertThat(first.span()).isEqualTo(new Span(0, 11));
        assertThat(second.span()).isEqualTo(new Span(12, 23));
        assertThat(second.words().getLast().span()).isEqualTo(new Span(22, 23));
    }

    @Test
    void a_hyphenated_term_is_one_word() {
        assertThat(READER.words("a vendor-neutral design").stream().map(Word::lemma))
                .containsExactly("a", "vendor-neutral", "design");
    }

    @Test
    void characters_outside_the_basic_plane_keep_offsets_right() {
        var text = "We ship 🚀 now. Users wait.";
        assertThat(READER.sentences(text, new Span(0, text.length()))
                        .getLast()
                        .span()
                        .of(text))
                .isEqualTo("Users wait.");
    }

    @Test
    void blank_text_has_no_sentences() {
        assertThat(READER.sentences(" \n\t ", new Span(0, 4))).isEmpty();
    }

    @Test
    @Timeout(90)
    void text_that_is_no_language_is_cut_into_bounded_sentences() {
        var words = "word ".repeat(5_000);
        assertThat(READER.sentences(words, new Span(0, words.length())))
                .allSatisfy(sentence -> assertThat(sentence.words()).hasSizeLessThanOrEqualTo(150));
        var token = "x".repeat(1_000_000);
        assertThat(READER.sentences(token, new Span(0, token.length()))).isNotEmpty();
    }

    @Test
    void dependencies_tell_what_a_negation_denies() {
        var sentence = READER.sentences("The log does not leak credentials.", new Span(0, 34))
                .getFirst();
        var arcs = new CoreNlpDependencies().dependencies(sentence);
        assertThat(arcs).contains(new Dependency("obj", 4, 5)).hasSize(7);
        assertThat(arcs.get(3).governor()).isEqualTo(4);
    }
}
