package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.models.djl.EncoderModel;
import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.PairJudge;
import dev.touchstone.models.judge.Question;
import dev.touchstone.models.judge.TestingJudge;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class CalibratingTest {
    private static final Gold GOLD = TinyGold.gold();

    private final LanguageModels language = LanguageModels.open(EncoderModel.MINILM, Path.of("target", "encoders"), 2);
    private final Weights weights = Weights.shipped(EncoderModel.MINILM);

    @AfterAll
    void close() {
        language.close();
    }

    @Test
    void a_judge_that_knows_is_believed_and_mends() {
        var judge = new TestingJudge(question -> new Opinion.Given(isReference(question) ? 0.8 : 0.2));
        var result = learn(judge);
        assertThat(result.agrees()).isTrue();
        assertThat(result.pairs()).isEqualTo(48);
        assertThat(result.learnt()).isEqualTo(48);
        assertThat(result.spoilt()).isZero();
        assertThat(result.with().f1()).isGreaterThanOrEqualTo(result.without().f1());
        assertThat(result.calibration().factors().opinion()).isGreaterThan(0.5);
    }

    @Test
    void the_band_is_the_widest_around_the_threshold_that_holds_a_fiftieth_of_the_pairs() {
        var even = IntStream.range(0, 1000).mapToObj(Confidence::new).toList();
        assertThat(Calibrating.band(even, 320)).isEqualTo(new Calibration.Band(311, 329));
        assertThat(Calibrating.band(even, 5)).isEqualTo(new Calibration.Band(0, 19));
        var crowded = Collections.nCopies(1000, new Confidence(400));
        assertThat(Calibrating.band(crowded, 320)).isEqualTo(new Calibration.Band(241, 399));
    }

    @Test
    void few_pairs_are_asked_about() {
        assertThat(learn(new TestingJudge(_ -> new Opinion.Given(0.5))).asked()).isLessThanOrEqualTo(1);
    }

    @Test
    void a_judge_that_says_the_opposite_is_not_turned_round() {
        var judge = new TestingJudge(question -> new Opinion.Given(isReference(question) ? 0.2 : 0.8));
        assertThat(learn(judge).agrees()).isFalse();
    }

    @Test
    void the_same_labels_give_the_same_calibration() {
        PairJudge judge = new TestingJudge(question -> new Opinion.Given(isReference(question) ? 0.7 : 0.4));
        assertThat(learn(judge).calibration()).isEqualTo(learn(judge).calibration());
    }

    @Test
    void figures_are_measured_with_the_second_stage() {
        var judge = new TestingJudge(question -> new Opinion.Given(isReference(question) ? 0.99 : 0.01));
        var all = new Calibration(
                judge.identity(), weights.identity(), new Calibration.Factors(0, 1, 0), new Calibration.Band(0, 1000));
        var report = new Evaluation(language, Clock.systemUTC(), Optional.of(new SecondStage(judge, all)))
                .run(GOLD, weights);
        assertThat(report.unseen().orElseThrow().mean().f1()).isEqualTo(1.0);
    }

    @Test
    void what_cannot_be_learnt_from_is_told() {
        assertThatThrownBy(() -> learn(new TestingJudge(_ -> new Opinion.Withheld())))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("too few labelled sentences: near the threshold there are 0 references and 0");
        assertThatThrownBy(() -> learn(new TestingJudge(_ -> new Opinion.Failed("host gave no answer"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("host gave no answer");
        var own = new Training(language).train(GOLD, 1);
        assertThatThrownBy(
                        () -> new Calibrating(language).learn(GOLD, own, new TestingJudge(_ -> new Opinion.Withheld())))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("the weights were trained on all of alder, birch;");
    }

    private Calibrating.Result learn(PairJudge judge) {
        return new Calibrating(language).learn(GOLD, weights, judge);
    }

    private static boolean isReference(Question question) {
        return GOLD.evaluated().stream()
                .filter(labelled -> labelled.example().sentence().equals(question.sentence()))
                .flatMap(labelled -> labelled.labels().stream())
                .anyMatch(label -> label.value().equals(TinyGold.OPENNESS.id())
                        == question.value().equals(TinyGold.OPENNESS.name()));
    }
}
