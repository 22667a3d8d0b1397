package dev.touchstone.models.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxJudgeTest {
    private static final Path CACHE = Path.of("target", "encoders");
    private static final List<String> USUAL = List.of("input_ids", "attention_mask", "token_type_ids");

    @TempDir
    private Path folder;

    @Test
    void an_encoder_answers_with_the_likeness_of_sentence_and_value() throws IOException {
        try (var judge = judge(TinyModel.encoder(USUAL), new OnnxModel.Encoder(OnnxModel.Pooling.MEAN))) {
            // The value's only known word is "open", at (1, 0).
            assertThat(asked(judge, "We publish.")).isCloseTo(1.0, within(1e-6));
            assertThat(asked(judge, "Lunch!")).isCloseTo(0.5, within(1e-6));
            assertThat(asked(judge, "We hide.")).isCloseTo(0.0, within(1e-6));
        }
    }

    @Test
    void an_encoder_can_answer_with_its_first_token() throws IOException {
        try (var judge = judge(TinyModel.encoder(USUAL), new OnnxModel.Encoder(OnnxModel.Pooling.CLS))) {
            // The first token of every text is [CLS], at (0, 0): nothing is like anything.
            assertThat(asked(judge, "We publish.")).isCloseTo(0.5, within(1e-6));
        }
    }

    @Test
    void a_cross_encoder_reads_sentence_and_value_together() throws IOException {
        var model = TinyModel.crossEncoder(USUAL, new float[][] {{10, 0}});
        try (var judge = judge(model, new OnnxModel.CrossEncoder(0))) {
            // [CLS] publish [SEP] openness : open [SEP]: two of seven words at (1, 0).
            assertThat(asked(judge, "publish")).isCloseTo(sigmoid(10 * 2 / 7.0), within(1e-6));
            assertThat(asked(judge, "hide")).isCloseTo(0.5, within(1e-6));
        }
    }

    @Test
    void of_several_labels_the_named_one_is_the_answer() throws IOException {
        var model = TinyModel.crossEncoder(USUAL, new float[][] {{-10, 0}, {10, 0}});
        try (var judge = judge(model, new OnnxModel.CrossEncoder(1))) {
            assertThat(asked(judge, "publish")).isCloseTo(sigmoid(20 * 2 / 7.0), within(1e-6));
        }
    }

    @Test
    void an_inference_model_answers_how_likely_the_sentence_entails_the_hypothesis() throws IOException {
        var model = TinyModel.crossEncoder(USUAL, new float[][] {{-6, 0}, {0, 0}, {6, 0}});
        var nli = new OnnxModel.Nli(2, "{value}? hide {statement}");
        try (var judge = judge(model, nli)) {
            // [CLS] publish publish [SEP] openness ? hide open [SEP]: (1 + 1 - 1 + 1) / 9.
            var yes = Math.exp(6 * 2 / 9.0);
            assertThat(asked(judge, "publish publish")).isCloseTo(yes / (yes + 1 + 1 / yes), within(1e-6));
        }
    }

    @Test
    void inputs_are_given_by_name_whatever_their_order_and_only_those_that_are_wanted() throws IOException {
        var kind = new OnnxModel.CrossEncoder(0);
        var labels = new float[][] {{10, 0}};
        for (var inputs : List.of(
                List.of("attention_mask", "input_ids"),
                List.of("token_type_ids", "attention_mask", "input_ids"),
                List.of("input_ids")))
            try (var judge = judge(TinyModel.crossEncoder(inputs, labels), kind)) {
                assertThat(asked(judge, "publish"))
                        .as(inputs.toString())
                        .isCloseTo(sigmoid(10 * 2 / 7.0), within(1e-6));
            }
    }

    @Test
    void an_answer_depends_on_the_question_only() throws IOException {
        var model = TinyModel.crossEncoder(USUAL, new float[][] {{3, 0.7f}});
        var sentences = IntStream.range(1, 60)
                .mapToObj(length -> "publish lunch open ".repeat(length))
                .toList();
        try (var one = judge(model, new OnnxModel.CrossEncoder(0), 1);
                var many = judge(model, new OnnxModel.CrossEncoder(0), 4)) {
            var together = sentences.parallelStream()
                    .map(sentence -> asked(many, sentence))
                    .toList();
            for (var i = sentences.size() - 1; i >= 0; i--)
                assertThat(asked(one, sentences.get(i))).isEqualTo(together.get(i));
        }
    }

    @Test
    void a_sentence_of_a_megabyte_is_cut_off() throws IOException {
        var model = TinyModel.crossEncoder(USUAL, new float[][] {{1, 0}});
        try (var judge = judge(model, new OnnxModel.CrossEncoder(0))) {
            assertThat(asked(judge, "publish ".repeat(200_000))).isBetween(0.5, 1.0);
        }
    }

    @Test
    void files_that_are_no_model_are_told_in_one_line() throws IOException {
        var kind = new OnnxModel.CrossEncoder(0);
        var good = TinyModel.crossEncoder(USUAL, new float[][] {{1, 0}});
        assertThatThrownBy(() -> judge("not a model".getBytes(java.nio.charset.StandardCharsets.UTF_8), kind))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("model.onnx: ONNX Runtime cannot load it: ");
        assertThatThrownBy(() -> judge(good, new OnnxModel.Nli(3, "{value}")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the model has 1 label");
        assertThatThrownBy(() -> judge(TinyModel.encoder(List.of("input_ids", "pixels")), kind))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("the model wants an input 'pixels'; only input_ids, attention_mask,"
                        + " token_type_ids can be given");
        var model = TinyModel.write(folder, good, kind);
        Files.writeString(model.tokenizer(), "{}");
        assertThatThrownBy(() -> new OnnxJudge(model, CACHE, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("tokenizer.json: this is no tokenizer");
    }

    private OnnxJudge judge(byte[] model, OnnxModel.Kind kind) throws IOException {
        return judge(model, kind, 2);
    }

    private OnnxJudge judge(byte[] model, OnnxModel.Kind kind, int threads) throws IOException {
        return new OnnxJudge(TinyModel.write(folder, model, kind), CACHE, threads);
    }

    private static double asked(OnnxJudge judge, String sentence) {
        var opinion = judge.judge(new Question(sentence, "", "Openness", "open"));
        assertThat(opinion).isInstanceOf(Opinion.Given.class);
        return ((Opinion.Given) opinion).probability();
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
