package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.models.classify.EvaluationReport.Bin;
import dev.touchstone.models.classify.EvaluationReport.Hits;
import dev.touchstone.models.classify.EvaluationReport.Spared;
import dev.touchstone.models.classify.Metrics.Answer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void precision_and_recall_count_pairs() {
        var pairs =
                List.of(pair(true, true, 900), pair(true, false, 400), pair(false, true, 600), pair(false, false, 100));
        assertThat(Metrics.hits(pairs)).isEqualTo(new Hits(0.5, 0.5, 0.5));
    }

    @Test
    void nothing_to_find_and_nothing_found_is_zero_not_an_error() {
        assertThat(Metrics.hits(List.of(pair(false, false, 10)))).isEqualTo(new Hits(0, 0, 0));
        assertThat(Metrics.averagePrecision(List.of())).isZero();
        assertThat(Metrics.accuracy(List.<Answer<Stance>>of()).macroF1()).isZero();
    }

    @Test
    void a_perfect_ranking_has_average_precision_one() {
        assertThat(Metrics.averagePrecision(
                        List.of(pair(true, true, 900), pair(true, true, 800), pair(false, true, 700))))
                .isEqualTo(1);
    }

    @Test
    void pairs_of_one_confidence_are_ranked_together_whatever_their_order() {
        var right = pair(true, true, 500);
        var wrong = pair(false, true, 500);
        assertThat(Metrics.averagePrecision(List.of(right, wrong)))
                .isEqualTo(Metrics.averagePrecision(List.of(wrong, right)))
                .isEqualTo(0.5);
    }

    @Test
    void confidence_that_equals_frequency_is_calibrated() {
        var pairs =
                IntStream.range(0, 10).mapToObj(i -> pair(i < 3, false, 300)).toList();
        assertThat(Metrics.calibrationError(pairs)).isCloseTo(0, within(1e-9));
        assertThat(Metrics.calibrationError(List.of(pair(false, true, 950)))).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void reliability_sets_confidence_beside_frequency_in_tenths() {
        var bins = Metrics.reliability(List.of(
                pair(false, false, 0), pair(true, false, 210), pair(false, false, 290), pair(true, true, 1000)));
        assertThat(bins).hasSize(10);
        assertThat(bins.getFirst()).isEqualTo(new Bin(1, 0, 0));
        assertThat(bins.get(1)).isEqualTo(new Bin(0, 0, 0));
        assertThat(bins.get(2)).isEqualTo(new Bin(2, 0.25, 0.5));
        assertThat(bins.getLast()).isEqualTo(new Bin(1, 1, 1));
    }

    @Test
    void what_a_person_confirms_of_the_unsure_adds_to_recall() {
        var doubtful = List.of(pair(true, false, 300), pair(false, false, 310));
        var pairs = Stream.concat(
                        doubtful.stream(),
                        Stream.of(
                                pair(true, true, 800),
                                pair(true, false, 20),
                                pair(false, false, 10),
                                pair(true, true, 700)))
                .toList();
        var unsure = Metrics.unsure(pairs, doubtful);
        assertThat(unsure.share()).isCloseTo(2 / 6.0, within(1e-9));
        assertThat(unsure.references()).isEqualTo(0.5);
        assertThat(unsure.recall()).isEqualTo(0.5);
        assertThat(unsure.confirmed()).isEqualTo(0.75);
        assertThat(Metrics.unsure(List.of(), List.of()).share()).isZero();
    }

    @Test
    void what_is_spared_counts_as_lost_only_where_reading_would_have_found_it() {
        var spared = List.of(pair(true, true, 700), pair(true, false, 100), pair(false, true, 600));
        var pairs = Stream.concat(
                        Stream.of(pair(true, true, 900), pair(true, true, 800)),
                        spared.stream().map(Pair::unread))
                .toList();
        assertThat(Metrics.spared(pairs, spared)).isEqualTo(new Spared(3 / 5.0, 1 / 4.0));
        assertThat(Metrics.hits(pairs).recall()).isEqualTo(0.5);
    }

    @Test
    void over_values_precision_and_recall_are_averaged_before_they_are_joined() {
        var pairs = List.of(
                of("rare", true, true), of("rare", true, false), of("often", true, true), of("often", false, true));
        var macro = Metrics.macro(pairs);
        assertThat(macro).isEqualTo(new Hits(0.75, 0.75, 0.75));
        assertThat(macro.f1()).isNotEqualTo(Metrics.hits(pairs).f1());
    }

    private static Pair of(String value, boolean gold, boolean found) {
        return new Pair("d", new Value.Id(value), true, gold, true, found, new Confidence(500));
    }

    @Test
    void the_interval_holds_the_figure_and_is_the_same_for_a_seed() {
        var pairs = IntStream.range(0, 60)
                .mapToObj(i -> new Pair(
                        "d" + i % 12, new Value.Id("v"), true, i % 3 == 0, true, i % 4 == 0, Confidence.of(0.5)))
                .toList();
        var interval = Metrics.bootstrap(pairs, 1);
        assertThat(Metrics.hits(pairs).f1()).isBetween(interval.low(), interval.high());
        assertThat(Metrics.bootstrap(pairs, 1)).isEqualTo(interval);
    }

    @Test
    void an_answer_outside_the_gold_classes_is_wrong() {
        var accuracy = Metrics.accuracy(List.of(
                new Answer<>(Stance.UPHOLDS, Stance.UPHOLDS), new Answer<>(Stance.COMPROMISES, Stance.NEUTRAL)));
        assertThat(accuracy.accuracy()).isEqualTo(0.5);
        assertThat(accuracy.macroF1()).isEqualTo(0.5);
    }

    @Test
    void a_class_with_fewer_than_five_gold_answers_is_left_out() {
        var answers = IntStream.range(0, 9)
                .mapToObj(i -> new Answer<>(i < 4 ? Stance.COMPROMISES : Stance.UPHOLDS, Stance.UPHOLDS))
                .toList();
        assertThat(Metrics.frequent(answers)).hasSize(5);
    }

    private static Pair pair(boolean gold, boolean found, int permille) {
        return new Pair("d", new Value.Id("v"), true, gold, true, found, new Confidence(permille));
    }
}
