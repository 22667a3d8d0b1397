package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.models.classify.ArgumentReport.Counted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentEvaluationTest {
    private static final Heads HEADS = new Heads(
            List.of(
                    "privacy",
                    "resource-cost",
                    "tone COMPROMISES",
                    "tone REASON",
                    "tone BEHAVIOUR",
                    "tone DECLARATION"),
            new BagOfWords(Map.of(), new float[0]),
            new float[0][],
            new float[0][],
            new float[6]);

    @Test
    void a_sentence_argues_with_its_likeliest_concern() {
        assertThat(Arguments.of(3, new float[] {.5f, .7f, 0, .8f, .2f, 0}, HEADS))
                .hasValueSatisfying(argued -> {
                    assertThat(argued.sentence()).isEqualTo(3);
                    assertThat(argued.concern()).isEqualTo("resource-cost");
                    assertThat(argued.confidence().permille()).isEqualTo(700);
                });
    }

    @Test
    void an_unsure_concern_and_a_sentence_that_does_not_argue_are_passed_over() {
        assertThat(Arguments.of(0, new float[] {.2f, .4f, 0, .9f, 0, 0}, HEADS)).isEmpty();
        assertThat(Arguments.of(0, new float[] {.2f, .9f, 0, .5f, .9f, 0}, HEADS))
                .isEmpty();
    }

    @Test
    void precision_comes_with_wilsons_interval() {
        var counted = new Counted(4226, 133, 105);
        assertThat(counted.precision()).isCloseTo(.789, within(.001));
        assertThat(counted.low()).isCloseTo(.713, within(.001));
        assertThat(counted.high()).isCloseTo(.850, within(.001));
        assertThat(Counted.NONE.low()).isZero();
        assertThat(Counted.NONE.high()).isEqualTo(1);
    }
}
