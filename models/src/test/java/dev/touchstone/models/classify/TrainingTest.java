package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.models.djl.EncoderModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class TrainingTest {
    private final LanguageModels language = LanguageModels.open(EncoderModel.MINILM, Path.of("target", "encoders"), 2);
    private final Gold gold = TinyGold.gold();
    private Optional<Weights> trained = Optional.empty();

    @BeforeAll
    void train() {
        trained = Optional.of(new Training(language).train(gold, 1));
    }

    @AfterAll
    void close() {
        language.close();
    }

    @Test
    void the_same_seed_gives_the_same_weights() {
        assertThat(new Training(language).train(gold, 1).identity())
                .isEqualTo(trained.orElseThrow().identity());
    }

    @Test
    void weights_come_back_from_their_file_as_they_were(@TempDir Path folder) {
        var weights = trained.orElseThrow();
        weights.write(folder);
        var read = Weights.read(folder);
        assertThat(read.identity()).isEqualTo(weights.identity());
        assertThat(read.trainedOn()).containsExactly("alder", "birch");
        var report = new Evaluation(language, Clock.systemUTC());
        assertThat(report.run(gold, read).organisations())
                .isEqualTo(report.run(gold, weights).organisations());
    }

    @Test
    void arguments_are_measured_on_each_organisation_with_heads_that_have_not_seen_it() {
        var report = new ArgumentEvaluation(language).leaveOneOut(gold, 1);
        assertThat(report.organisations()).containsOnlyKeys("alder", "birch");
        assertThat(report.organisations().values())
                .extracting(ArgumentReport.Counted::sentences)
                .containsExactly(12, 12);
        assertThat(report.random().sentences() + report.enriched().sentences()).isEqualTo(24);
    }

    @Test
    void a_file_that_is_no_weights_is_bad_input(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("weights.bin"), "not weights");
        assertThatThrownBy(() -> Weights.read(folder)).isInstanceOf(BadInput.class);
    }

    @Test
    void an_organisation_that_was_trained_on_counts_in_no_mean() {
        var report = new Evaluation(language, Clock.systemUTC()).run(gold, trained.orElseThrow());
        assertThat(report.organisations().values()).allMatch(EvaluationReport.Organisation::seen);
        assertThat(report.unseen()).isEmpty();
    }

    @Test
    void leaving_one_out_measures_each_organisation_with_a_model_that_has_not_seen_it() {
        var report = new Evaluation(language, Clock.systemUTC()).leaveOneOut(gold, 1);
        assertThat(report.organisations().values()).noneMatch(EvaluationReport.Organisation::seen);
        assertThat(report.organisations().values()).allMatch(measured -> measured.sentences() == 12);
        assertThat(report.unseen().orElseThrow().keywords().f1()).isPositive();
    }

    @Test
    void a_model_is_calibrated_by_an_organisations_sentences_and_measured_on_others() {
        var measured = gold.evaluated().stream()
                .filter(sentence -> sentence.example().document().matches(".*record-[23]\\.md"))
                .toList();
        var apart = new Gold(measured, gold.learnt(), gold.concerns(), gold.charters());
        var report = new Evaluation(language, Clock.systemUTC()).calibrated(apart, 450, 1);
        assertThat(report.organisations()).containsOnlyKeys("alder", "birch");
        assertThat(report.organisations().values()).noneMatch(EvaluationReport.Organisation::seen);
        assertThat(report.trainedOn()).containsExactly("alder", "birch");
        var unseen = report.unseen().orElseThrow();
        assertThat(unseen.mean().f1()).isPositive();
        assertThat(unseen.reliability().stream()
                        .mapToInt(EvaluationReport.Bin::pairs)
                        .sum())
                .isEqualTo(measured.size() * 2);
    }

    @Test
    void sentences_that_are_measured_on_are_none_to_calibrate_with() {
        assertThatThrownBy(() -> new Evaluation(language, Clock.systemUTC()).calibrated(gold, 450, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("label sentences of several");
    }

    @Test
    void an_organisations_own_labels_are_learnt_on_top_of_weights() {
        var own = own("alder");
        var adapted = new Training(language).adapt(own, trained.orElseThrow());
        assertThat(adapted.weights().heads()).isEqualTo(trained.orElseThrow().heads());
        assertThat(adapted.weights().adaptation().shifts().byValue()).isNotEmpty();
        assertThat(adapted.weights().identity())
                .isNotEqualTo(trained.orElseThrow().identity());
        assertThat(adapted.heldBackF1()).isBetween(0.0, 1.0);
    }

    @Test
    void a_value_is_found_from_its_own_threshold_on() {
        var care = Map.of(TinyGold.CARE.id().text(), new Cut(0, 0));
        var weights = trained.orElseThrow()
                .adapted("alder", new Adaptation(List.of(), Shifts.NONE, care), new Cut(1000, 1000));
        var corpus = new Corpus(language, gold);
        var plain = gold.learnt().stream()
                .filter(sentence -> sentence.labels().isEmpty())
                .map(LabelledSentence::example)
                .findFirst()
                .orElseThrow();
        var recogniser = corpus.recogniser(weights, gold.charter("alder"), Optional.empty())
                .apply(plain);
        assertThat(recogniser.presences(recogniser.judging(corpus.context(plain))))
                .filteredOn(Recogniser.Presence::found)
                .extracting(Recogniser.Presence::value)
                .containsExactly(TinyGold.CARE);
    }

    @Test
    void what_was_learnt_holds_when_the_charter_gains_a_value_or_orders_them_otherwise() {
        var weights = new Training(language)
                .adapt(own("alder"), trained.orElseThrow())
                .weights();
        var before = List.of(TinyGold.OPENNESS, TinyGold.CARE);
        var after = List.of(TinyGold.THRIFT, TinyGold.CARE, TinyGold.OPENNESS);
        assertThat(told(weights, after)).isEqualTo(told(weights, before));
        assertThat(told(weights, List.of(TinyGold.OPENNESS))).isNotEqualTo(told(weights, before));
        assertThat(weights.adaptation().shifts().odds(TinyGold.THRIFT.id(), 1.5, told(weights, after)))
                .isEqualTo(1.5);
        assertThat(weights.cut(TinyGold.THRIFT)).isEqualTo(weights.cut());
    }

    /** What the shifts are told of a sentence that names care. */
    private double[] told(Weights weights, List<Value> values) {
        var charter = TinyGold.charter("alder", values);
        var example = own("alder").learnt().stream()
                .map(LabelledSentence::example)
                .filter(sentence -> sentence.sentence().contains("Customers"))
                .findFirst()
                .orElseThrow();
        var corpus = new Corpus(
                language,
                new Gold(gold.evaluated(), gold.learnt(), List.of(), Map.of("alder", charter, "birch", charter)));
        var recogniser = corpus.recogniser(weights, charter, Optional.empty()).apply(example);
        return weights.adaptation().told(recogniser.judging(corpus.context(example)));
    }

    @Test
    void an_adaptation_comes_back_from_its_file(@TempDir Path folder) {
        var adapted = new Training(language)
                .adapt(own("alder"), trained.orElseThrow())
                .weights();
        adapted.write(folder);
        assertThat(Weights.read(folder).identity()).isEqualTo(adapted.identity());
        assertThat(new Evaluation(language, Clock.systemUTC())
                        .run(gold, Weights.read(folder))
                        .organisations())
                .isEqualTo(new Evaluation(language, Clock.systemUTC())
                        .run(gold, adapted)
                        .organisations());
    }

    @Test
    void labels_that_cannot_be_learnt_from_are_bad_input() {
        var training = new Training(language);
        var both = new Gold(gold.evaluated(), gold.learnt(), List.of(), gold.charters());
        assertThatThrownBy(() -> training.adapt(both, trained.orElseThrow())).hasMessageContaining("one organisation");
        assertThatThrownBy(() -> training.train(both, 1)).hasMessageContaining("concerns");
        var single = new Gold(gold.evaluated(), own("alder").learnt().subList(0, 1), List.of(), gold.charters());
        assertThatThrownBy(() -> training.adapt(single, trained.orElseThrow()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("several");
    }

    private Gold own(String organisation) {
        return new Gold(
                gold.evaluated(),
                gold.learnt().stream()
                        .filter(sentence -> sentence.example().organisation().equals(organisation))
                        .toList(),
                List.of(),
                gold.charters());
    }

    @Test
    void what_belongs_to_an_organisation_is_kept_from_training_for_it() {
        var mixed = new Example("1", "company", "alder/a.md", new Example.Surroundings("", "", "", ""), "Text.");
        assertThat(mixed.belongsTo("alder")).isTrue();
        assertThat(mixed.belongsTo("company")).isTrue();
        assertThat(mixed.belongsTo("birch")).isFalse();
        assertThat(gold.without("alder").learnt()).hasSize(12);
    }
}
