package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.corenlp.Forms;
import dev.touchstone.models.corenlp.Stem;
import dev.touchstone.models.corenlp.Token;
import dev.touchstone.models.corenlp.Word;
import dev.touchstone.models.djl.Encoded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SieveTest {
    private static final ValueProfile CARE = value(new Term("client", words("client")));

    /**
     * "money" suggests the concern that care bundles, "boredom" one that no value bundles, "proudly" that something is declared,
     * "because" that it is argued.
     */
    private static final Heads GLIMPSES = new Heads(
            List.of(
                    "resource-cost",
                    "novelty",
                    "tone compromises",
                    "tone reason",
                    "tone behaviour",
                    "tone declaration"),
            new BagOfWords(Map.of("money", 0, "boredom", 1, "proudly", 2, "because", 3), new float[] {1, 1, 1, 1}),
            new float[][] {new float[6], new float[6]},
            new float[][] {{4, 0, 0, 0, 0, 0}, {0, 8, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 4}, {0, 0, 0, 8, 0, 0}},
            new float[] {-4, -4, -4, -4, -4, -4});

    /** Goes by concerns that values bundle, a little by any other, and by declarations. */
    private static final Sieve SIEVE = new Sieve(GLIMPSES, worth(), 200);

    @Test
    void a_sentence_that_names_a_value_is_read_whatever_its_words_suggest() {
        assertThat(passes("the client waits")).isTrue();
    }

    @Test
    void a_sentence_is_read_when_its_words_suggest_a_concern_of_a_value() {
        assertThat(passes("it saves money")).isTrue();
    }

    @Test
    void a_declaration_is_read_though_its_words_suggest_no_concern() {
        assertThat(passes("we serve proudly")).isTrue();
    }

    @Test
    void a_sentence_that_names_and_suggests_nothing_is_not_read() {
        assertThat(passes("see the second figure")).isFalse();
    }

    @Test
    void a_concern_that_no_value_bundles_is_worth_less() {
        assertThat(SIEVE.strength(context("against boredom"), List.of(CARE)))
                .isLessThan(SIEVE.strength(context("against money"), List.of(CARE)))
                .isGreaterThan(SIEVE.strength(context("the second figure"), List.of(CARE)));
    }

    @Test
    void an_argument_is_read_whatever_the_charter_holds() {
        assertThat(SIEVE.strength(context("because boredom"), List.of(CARE))).isLessThan(0.2);
        assertThat(passes("because boredom")).isTrue();
        assertThat(passes("because")).isFalse();
    }

    @Test
    void a_word_names_a_value_when_one_of_its_readings_does() {
        var value = value(new Term("leave", words("leave")));
        var left = new Token("left", "left", Forms.of(List.of("left", "leave")), new Span(0, 4));
        assertThat(Sieve.isNamed(text("left", List.of(left)), List.of(value))).isTrue();
        assertThat(Sieve.isNamed(text("leaf"), List.of(value))).isFalse();
    }

    @Test
    void parts_of_speech_change_nothing_because_nobody_has_told_them_yet() {
        var untagged = context("it saves money");
        var tagged = new SentenceInContext(
                untagged.sentence().tagged(words("it saves money")),
                untagged.title(),
                untagged.heading(),
                untagged.before(),
                untagged.after());
        assertThat(SIEVE.strength(tagged, List.of(CARE))).isEqualTo(SIEVE.strength(untagged, List.of(CARE)));
    }

    @Test
    void it_lets_more_pass_when_it_would_hold_back_what_an_organisation_has_labelled() {
        assertThat(SIEVE.keeping(List.of(0.15, 0.4, 1.0)).cut()).isEqualTo(150);
        assertThat(SIEVE.keeping(List.of(0.4, 1.0)).cut()).isEqualTo(200);
    }

    @Test
    void the_cut_may_lose_hardly_more_than_one_of_a_hundred() {
        var strengths = new ArrayList<>(Collections.nCopies(98, 0.5));
        strengths.addAll(List.of(0.1, 0.2));
        assertThat(Sieve.cut(strengths)).isEqualTo(200);
        assertThat(Sieve.cut(List.of(0.3))).isEqualTo(300);
        assertThat(Sieve.cut(List.of())).isZero();
    }

    @Test
    void the_cut_holds_back_hardly_any_of_the_organisation_that_loses_most() {
        var birch = new ArrayList<>(Collections.nCopies(97, 0.5));
        birch.addAll(List.of(0.1, 0.1, 0.1));
        assertThat(Sieve.cut(Map.of("alder", Collections.nCopies(400, 0.5), "birch", birch)))
                .isEqualTo(100);
    }

    @Test
    void an_organisation_of_which_little_is_known_counts_with_the_others_only() {
        assertThat(Sieve.cut(Map.of("alder", Collections.nCopies(400, 0.5), "birch", List.of(0.1))))
                .isEqualTo(500);
    }

    private static boolean passes(String text) {
        return SIEVE.passes(context(text), List.of(CARE));
    }

    private static SentenceInContext context(String text) {
        var nothing = text("");
        return new SentenceInContext(text(text), nothing, nothing, nothing, nothing);
    }

    private static ReadText text(String text) {
        return text(text, split(text).map(SieveTest::token).toList());
    }

    private static ReadText text(String text, List<Token> tokens) {
        var glance = new Embedding(new float[2]);
        return new ReadText(text, tokens, List.of(), glance, new Encoded(glance, new float[2]));
    }

    private static Token token(String word) {
        return new Token(word, word, Forms.of(List.of(word)), new Span(0, word.length()));
    }

    private static List<Word> words(String text) {
        return split(text)
                .map(word -> new Word(word, word, Stem.of(word), "NN", new Span(0, word.length())))
                .toList();
    }

    private static Stream<String> split(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }

    private static ValueProfile value(Term term) {
        return new ValueProfile(
                TinyGold.CARE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Terms(List.of(term)),
                new TreeSet<>(Set.of(0)));
    }

    private static Combiner worth() {
        var names = List.copyOf(
                Sieve.features(GLIMPSES, context("anything"), List.of(CARE)).keySet());
        var weights = new double[names.size()];
        weights[names.indexOf("strongest of bundled")] = 1;
        weights[names.indexOf("strongest of any")] = 0.3;
        weights[names.indexOf("tone DECLARATION")] = 1;
        var scales = new double[names.size()];
        Arrays.fill(scales, 1);
        return new Combiner(names, new double[names.size()], scales, weights, 6);
    }
}
