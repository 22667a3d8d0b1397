package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.models.classify.TestingDocuments.Part;
import dev.touchstone.models.djl.EncoderModel;
import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.Question;
import dev.touchstone.models.judge.TestingJudge;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class SecondStageTest {
    private static final Calibration.Band ALL = new Calibration.Band(0, 1000);
    private static final Calibration.Band NONE = new Calibration.Band(1000, 1000);
    private static final Calibration.Factors BY_THE_JUDGE = new Calibration.Factors(0, 1, 0);
    /** Names a value, so it is read, and bears on none. */
    private static final String PLAIN = "The table lists each client in three columns.";

    private static final String OPEN = "We publish the reasons so that anyone can read them.";

    private final LanguageModels language = LanguageModels.open(EncoderModel.MINILM, Path.of("target", "encoders"), 2);
    private final Weights weights = Weights.shipped(EncoderModel.MINILM);
    private final Charter charter = TinyGold.charter("alder");

    @AfterAll
    void close() {
        language.close();
    }

    @Test
    void a_judge_is_told_sentence_heading_value_and_statement_and_nothing_else() {
        var judge = new TestingJudge(_ -> new Opinion.Withheld());
        annotated(judge, ALL, PLAIN);
        assertThat(judge.asked())
                .containsExactlyInAnyOrder(
                        new Question(PLAIN, "Results", "Openness", TinyGold.OPENNESS.statement()),
                        new Question(PLAIN, "Results", "Care for customers", TinyGold.CARE.statement()));
    }

    @Test
    void an_opinion_can_make_a_reference_and_explains_itself() {
        var found = annotated(
                new TestingJudge(question -> new Opinion.Given(question.value().equals("Openness") ? 0.9 : 0.1)),
                ALL,
                PLAIN);
        assertThat(found.observations()).singleElement().satisfies(observation -> {
            assertThat(observation.value()).isEqualTo(TinyGold.OPENNESS.id());
            assertThat(observation.confidence().permille()).isEqualTo(900);
            assertThat(observation.signals()).anySatisfy(signal -> {
                assertThat(signal.kind()).isEqualTo(Signal.Kind.MODEL);
                assertThat(signal.detail()).endsWith("before the bigger model, which says 0.90");
            });
        });
    }

    @Test
    void an_opinion_can_unmake_a_reference() {
        assertThat(annotated(Optional.empty(), OPEN).observations()).isNotEmpty();
        assertThat(annotated(new TestingJudge(_ -> new Opinion.Given(0.01)), ALL, OPEN)
                        .observations())
                .isEmpty();
    }

    @Test
    void what_is_not_doubtful_is_not_asked_about() {
        var judge = new TestingJudge(_ -> new Opinion.Given(0.01));
        var found = annotated(judge, NONE, OPEN);
        assertThat(judge.asked()).isEmpty();
        assertThat(found.observations())
                .isEqualTo(annotated(Optional.empty(), OPEN).observations());
    }

    @Test
    void without_an_opinion_all_stays_as_it_was() {
        assertThat(annotated(new TestingJudge(_ -> new Opinion.Withheld()), ALL, OPEN))
                .usingRecursiveComparison()
                .ignoringFields("document", "embeddings")
                .isEqualTo(annotated(Optional.empty(), OPEN));
    }

    @Test
    void a_failure_is_a_limit_of_the_document_and_changes_nothing_else() {
        Function<Question, Opinion> half = question -> question.value().equals("Openness")
                ? new Opinion.Failed("host answered with the status 500")
                : new Opinion.Withheld();
        var found = annotated(new TestingJudge(half), ALL, OPEN, PLAIN);
        assertThat(found.limits())
                .containsExactly("the bigger model did not answer 2 of 4 questions: host answered with the status 500");
        assertThat(found.observations())
                .isEqualTo(annotated(Optional.empty(), OPEN, PLAIN).observations());
    }

    @Test
    void the_identity_names_judge_factors_and_band() {
        assertThat(annotator(Optional.of(stage(new TestingJudge(_ -> new Opinion.Withheld()), ALL)))
                        .identity())
                .endsWith(" second-testing-1 0.0000,1.0000,0.0000 in 0-1000");
    }

    @Test
    void a_calibration_is_for_one_judge_and_one_set_of_weights() {
        var judge = new TestingJudge(_ -> new Opinion.Withheld());
        assertThatThrownBy(() -> new SecondStage(judge, new Calibration("other-1", "", BY_THE_JUDGE, ALL)))
                .isInstanceOf(BadInput.class)
                .hasMessage("the calibration is that of other-1, and the model is testing-1 now; run touchstone"
                        + " calibrate again");
        var others = new SecondStage(judge, new Calibration("testing-1", "abcdef", BY_THE_JUDGE, ALL));
        assertThatThrownBy(() -> annotator(Optional.of(others)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(
                        "the bigger model was calibrated with the weights abcdef, and those in use are ");
    }

    private SecondStage stage(TestingJudge judge, Calibration.Band band) {
        return new SecondStage(judge, new Calibration("testing-1", weights.identity(), BY_THE_JUDGE, band));
    }

    private ValuesAnnotator annotator(Optional<SecondStage> second) {
        return new ValuesAnnotator(language, weights, second);
    }

    private Annotated annotated(TestingJudge judge, Calibration.Band band, String... sentences) {
        return annotated(Optional.of(stage(judge, band)), sentences);
    }

    private Annotated annotated(Optional<SecondStage> second, String... sentences) {
        var parts = List.of(sentences).stream()
                .map(text -> new Part(Section.Kind.OTHER, "Results", Block.Kind.PARAGRAPH, Standing.UNKNOWN, text))
                .toArray(Part[]::new);
        return annotator(second)
                .annotate(charter, List.of(TestingDocuments.document("secret/path.md", parts)))
                .getFirst();
    }
}
