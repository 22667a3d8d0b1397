package dev.touchstone.models.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.auditor.reference.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class DjlEncoderTest {
    private static final String SENTENCE = "Every existing client keeps working after the upgrade.";

    private final DjlEncoder encoder = open();

    private static DjlEncoder open() {
        return new DjlEncoder(EncoderModel.MINILM, Path.of("target", "encoders"), 2);
    }

    @AfterAll
    void close() {
        encoder.close();
    }

    @Test
    void vectors_are_unit_vectors() {
        var vector = encode(SENTENCE).getFirst().vector();
        assertThat(vector).hasSize(encoder.dimensions());
        assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void a_glance_sees_words_in_no_order() {
        var glances = encoder.glance(List.of("the client waits", "waits the client", "lunch at noon"));
        assertThat(glances.get(1).vector()).containsExactly(glances.get(0).vector(), within(1e-5f));
        assertThat(similarity(glances.get(0), glances.get(2))).isLessThan(0.5);
    }

    @Test
    void a_glance_at_nothing_sees_nothing() {
        assertThat(encoder.glance(List.of("")).getFirst().vector()).containsOnly(0);
    }

    @Test
    void sentences_that_mean_nearly_the_same_are_closer_than_unrelated_ones() {
        var vectors = encode(SENTENCE, "Current users will not be broken by the new release.", "Lunch is at noon.");
        assertThat(similarity(vectors.get(0), vectors.get(1))).isGreaterThan(0.3);
        assertThat(similarity(vectors.get(0), vectors.get(2))).isLessThan(0.2);
    }

    @Test
    void a_vector_is_the_same_bit_for_bit_alone_and_in_company() {
        var texts = IntStream.range(1, 60)
                .mapToObj(words -> SENTENCE + " so".repeat(words))
                .toList();
        var company = new ArrayList<>(texts);
        for (var i = 0; i < 40; i++) company.add("Number " + i + " keeps working after the next upgrade.");
        var together = encoder.encode(company);
        try (var other = open()) {
            for (var i = 0; i < texts.size(); i += 7)
                assertThat(other.encode(List.of(texts.get(i))).getFirst().vector())
                        .as(texts.get(i))
                        .isEqualTo(together.get(i).vector());
        }
    }

    @Test
    void a_text_of_a_megabyte_without_spaces_is_encoded_in_bounded_time() {
        assertThat(encode("a".repeat(1_000_000)).getFirst().vector()).hasSize(384);
    }

    @Test
    void an_encoder_without_an_organisation_reads_differently_and_one_without_a_stranger_does_not() {
        try (var without = encoder.without("python");
                var stranger = encoder.without("an organisation it has never met")) {
            assertThat(without.identity()).isNotEqualTo(encoder.identity());
            assertThat(without.read(List.of(SENTENCE)).getFirst().traits())
                    .hasSize(encoder.traits())
                    .isNotEqualTo(encoder.read(List.of(SENTENCE)).getFirst().traits());
            assertThat(stranger.identity()).isEqualTo(encoder.identity());
        }
    }

    @Test
    void an_empty_text_has_a_vector_too() {
        assertThat(encode("").getFirst().vector()).hasSize(384);
    }

    private List<Embedding> encode(String... texts) {
        return encoder.encode(List.of(texts));
    }

    private static double similarity(Embedding left, Embedding right) {
        return dot(left.vector(), right.vector());
    }

    private static double dot(float[] left, float[] right) {
        var sum = 0.0;
        for (var i = 0; i < left.length; i++) sum += left[i] * right[i];
        return sum;
    }
}
