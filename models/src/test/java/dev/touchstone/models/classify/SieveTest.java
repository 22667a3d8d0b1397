package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.corenlp.Stem;
import dev.touchstone.models.corenlp.Word;
import dev.touchstone.models.djl.Encoded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SieveTest {
    /** "money" suggests the concern that care bundles, "boredom" one that no value bundles; nothing else suggests anything. */
    private static final Sieve SIEVE = new Sieve(
            new Heads(
                    List.of(
                            "resource-cost",
                            "novelty",
                            "tone compromises",
                            "tone reason",
                            "tone behaviour",
                            "tone declaration"),
                    new BagOfWords(Map.of("money", 0, "boredom", 1), new float[] {1, 1}),
                    new float[][] {new float[6], new float[6]},
                    new float[][] {{4, 0, 0, 0, 0, 0}, {0, 3, 0, 0, 0, 0}},
                    new float[] {-4, -4, -4, -4, -4, -4}),
            200);

    private static final ValueProfile CARE = new ValueProfile(
            TinyGold.CARE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Term("client", words("client"))),
            Set.of(0));

    @Test
    void a_sentence_that_names_a_value_is_read_whatever_its_words_suggest() {
        assertThat(passes("the client waits")).isTrue();
    }

    @Test
    void a_sentence_is_read_when_its_words_suggest_a_concern_of_a_value() {
        assertThat(passes("it saves money")).isTrue();
    }

    @Test
    void a_sentence_that_names_and_suggests_nothing_is_not_read() {
        assertThat(passes("see the second figure")).isFalse();
    }

    @Test
    void a_concern_that_no_value_bundles_must_be_suggested_three_times_as_strongly() {
        assertThat(SIEVE.strength(context("against boredom"), List.of(CARE)))
                .isLessThan(0.2)
                .isGreaterThan(SIEVE.strength(context("the second figure"), List.of(CARE)));
        assertThat(passes("against boredom")).isFalse();
    }

    @Test
    void it_lets_more_pass_when_it_would_hold_back_what_an_organisation_has_labelled() {
        assertThat(SIEVE.keeping(List.of(0.15, 0.4, 1.0)).cut()).isEqualTo(150);
        assertThat(SIEVE.keeping(List.of(0.4, 1.0)).cut()).isEqualTo(200);
    }

    @Test
    void the_cut_may_lose_two_of_a_hundred() {
        var strengths = new ArrayList<>(Collections.nCopies(98, 0.5));
        strengths.addAll(List.of(0.1, 0.2));
        assertThat(Sieve.cut(strengths)).isEqualTo(500);
        strengths.add(0.3);
        assertThat(Sieve.cut(strengths)).isEqualTo(300);
    }

    private static boolean passes(String text) {
        return SIEVE.passes(context(text), List.of(CARE));
    }

    private static SentenceInContext context(String text) {
        var nothing = text("");
        return new SentenceInContext(text(text), nothing, nothing, nothing, nothing);
    }

    private static ReadText text(String text) {
        var glance = new Embedding(new float[2]);
        return new ReadText(text, words(text), glance, new Encoded(glance, new float[2]));
    }

    private static List<Word> words(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> new Word(word, word, Stem.of(word), "NN", new Span(0, word.length())))
                .toList();
    }
}
