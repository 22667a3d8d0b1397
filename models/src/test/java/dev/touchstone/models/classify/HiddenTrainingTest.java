package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.charter.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HiddenTrainingTest {
    private static final Value.Id EITHER = TinyGold.OPENNESS.id();
    private static final Value.Id SPOKEN = TinyGold.CARE.id();

    /** One value is there when exactly one of two numbers is large, the other when a word stands there. */
    private static final List<Taught> SENTENCES = sentences(new Random(7), 2_000);

    private static final Shifts LEARNT = HiddenTraining.train(List.of(EITHER, SPOKEN), SENTENCES, 1);

    private static List<Taught> sentences(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> taught(random.nextBoolean(), random.nextBoolean(), random.nextInt(3) == 0))
                .toList();
    }

    private static Taught taught(boolean left, boolean right, boolean spoken) {
        return new Taught(
                "record.md",
                shown(left, right, spoken),
                List.of(new Taught.Answer(EITHER, 0, left != right), new Taught.Answer(SPOKEN, 2, spoken)));
    }

    /** Each number many times over: half of what is shown is left out while learning. */
    private static Shown shown(boolean left, boolean right, boolean spoken) {
        var numbers = IntStream.range(0, 40)
                .mapToDouble(i -> i % 2 == 0 ? (left ? 9 : 5) : (right ? -1 : -2))
                .toArray();
        return new Shown(numbers, new double[] {1}, spoken ? Set.of("we", "care") : Set.of("we", "go"));
    }

    private static double probability(Value.Id value, double known, Shown shown) {
        return Vectors.sigmoid(LEARNT.odds(value, known, LEARNT.told(shown)));
    }

    @Test
    void it_learns_what_no_linear_function_of_the_numbers_tells() {
        assertThat(probability(EITHER, 0, shown(true, false, false))).isGreaterThan(0.7);
        assertThat(probability(EITHER, 0, shown(false, true, true))).isGreaterThan(0.7);
        assertThat(probability(EITHER, 0, shown(true, true, true))).isLessThan(0.3);
        assertThat(probability(EITHER, 0, shown(false, false, false))).isLessThan(0.3);
    }

    @Test
    void it_learns_words() {
        assertThat(probability(SPOKEN, 2, shown(true, false, true))).isGreaterThan(0.7);
        assertThat(probability(SPOKEN, 2, shown(true, false, false))).isLessThan(0.3);
    }

    @Test
    void a_value_that_nothing_is_learnt_for_keeps_its_odds() {
        var single = HiddenTraining.train(List.of(EITHER), SENTENCES.subList(0, 100), 1);
        var told = single.told(shown(true, true, true));
        assertThat(single.odds(SPOKEN, 2, told)).isEqualTo(2);
        assertThat(single.odds(EITHER, 2, told)).isNotEqualTo(2);
    }

    @Test
    void what_nobody_knows_of_a_sentence_teaches_nothing() {
        var partly = IntStream.range(0, SENTENCES.size())
                .mapToObj(i -> answered(SENTENCES.get(i), i % 2 == 0 ? 2 : 1))
                .toList();
        var learnt = HiddenTraining.train(List.of(EITHER, SPOKEN), partly, 1);
        var told = learnt.told(shown(true, false, true));
        assertThat(Vectors.sigmoid(learnt.odds(EITHER, 0, told))).isGreaterThan(0.7);
        assertThat(Vectors.sigmoid(learnt.odds(SPOKEN, 2, told))).isGreaterThan(0.7);
    }

    private static Taught answered(Taught sentence, int answers) {
        return new Taught(
                sentence.document(), sentence.shown(), sentence.answers().subList(0, answers));
    }

    @Test
    void without_values_to_learn_nothing_is_learnt() {
        assertThat(HiddenTraining.train(List.of(), List.of(), 1)).isEqualTo(Shifts.NONE);
    }

    @Test
    void words_keep_their_order_or_sums_would_differ_from_run_to_run() {
        var words = IntStream.range(0, 50).mapToObj(i -> "word" + i).toList();
        assertThat(new Shown(new double[0], new double[0], new LinkedHashSet<>(words)).words())
                .containsExactlyElementsOf(words);
    }

    @Test
    void the_same_seed_gives_the_same_layer_and_another_seed_another() {
        var some = SENTENCES.subList(0, 100);
        var values = List.of(EITHER, SPOKEN);
        var shown = shown(true, false, true);
        var once = HiddenTraining.train(values, some, 1).told(shown);
        assertThat(HiddenTraining.train(values, some, 1).told(shown)).isEqualTo(once);
        assertThat(HiddenTraining.train(values, some, 2).told(shown)).isNotEqualTo(once);
    }
}
