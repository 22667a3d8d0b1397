package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.classify.Calibration;
import dev.touchstone.models.djl.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnModelTest {
    private static final Calibration CALIBRATION = new Calibration(
            "endpoint-o'brien@host-prompt-1",
            "abcdef",
            new Calibration.Factors(0.8125, 0.5, -0.25),
            new Calibration.Band(301, 399));

    @TempDir
    private Path folder;

    @BeforeEach
    void putAModelThere() throws IOException {
        write("model.onnx", "weights");
        write("tokenizer.json", "{}");
    }

    @Test
    void a_folder_without_a_description_holds_no_bigger_model() {
        assertThat(OwnModel.in(folder)).isEmpty();
    }

    @Test
    void the_description_says_what_the_model_is() throws IOException {
        assertThat(model("kind: encoder\npooling: cls\nmax_length: 64\n").kind())
                .isEqualTo(new OnnxModel.Encoder(OnnxModel.Pooling.CLS));
        assertThat(model("kind: cross-encoder\nlabel: 1\n").kind()).isEqualTo(new OnnxModel.CrossEncoder(1));
        var nli = model("kind: nli\nentailment: 2\n");
        assertThat(nli.kind()).isEqualTo(new OnnxModel.Nli(2, "This is about {value}: {statement}"));
        assertThat(nli.weights()).isEqualTo(folder.resolve("model.onnx"));
        assertThat(nli.longest()).isEqualTo(256);
    }

    @Test
    void the_identity_follows_the_files_and_not_what_lies_beside_them() throws IOException {
        var first = model("kind: encoder\n").identity();
        assertThat(first).matches("encoder-[0-9a-f]{12}");
        write("weights.bin", "ours");
        own().write(CALIBRATION);
        assertThat(model("kind: encoder\n").identity()).isEqualTo(first);
        write("model.onnx_data", "more weights");
        assertThat(model("kind: encoder\n").identity()).isNotEqualTo(first);
    }

    @Test
    void a_calibration_comes_back_from_its_file_as_it_was() throws IOException {
        write("model.yaml", "kind: endpoint\n");
        own().write(CALIBRATION);
        assertThat(own().calibration()).contains(CALIBRATION);
        assertThat(own().kind()).isEqualTo(new OwnModel.Kind.Endpoint());
    }

    @Test
    void a_model_without_a_calibration_is_not_used() throws IOException {
        write("model.yaml", "kind: endpoint\n");
        assertThatThrownBy(() -> own().calibrated())
                .isInstanceOf(BadInput.class)
                .hasMessage("%s: this bigger model is not calibrated; run: touchstone calibrate --gold PATH --charters"
                                .formatted(folder)
                        + " PATH --model " + folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pooling: mean                          | 1: 'kind' is missing; write encoder, cross-encoder, nli or endpoint
            kind: gpt                              | 1: 'gpt' is none of encoder, cross-encoder, nli, endpoint
            {kind: encoder, pooling: max}          | 1: 'pooling' must be mean or cls
            {kind: encoder, label: 1}              | 1: unknown key 'label' in the file; known here: file, kind, max_length, pooling, tokenizer
            {kind: cross-encoder, label: yes}      | 1: 'label' must be a whole number from 0 on
            {kind: nli}                            | 1: 'entailment' is missing; write the number of that label
            {kind: nli, entailment: 0, hypothesis: It helps.} | 1: 'hypothesis' must contain {value} or {statement}
            {kind: encoder, file: ../other.onnx}   | 1:
            {kind: encoder, file: none.onnx}       | 1:
            {kind: endpoint, url: 'https://a.org'} | 1: unknown key 'url' in the file; known here: kind
            """)
    void a_wrong_description_is_told_with_its_line(String description, String fault) throws IOException {
        write("model.yaml", description);
        assertThatThrownBy(() -> OwnModel.in(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(folder.resolve("model.yaml") + ":" + fault);
    }

    @Test
    void a_missing_tokenizer_is_told() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        write("model.yaml", "kind: encoder\n");
        assertThatThrownBy(() -> OwnModel.in(folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "%s: no tokenizer.json in this folder; put it there, or name it with 'tokenizer' in model.yaml"
                                .formatted(folder));
    }

    @Test
    void a_damaged_calibration_is_told_with_its_line() throws IOException {
        write("model.yaml", "kind: endpoint\n");
        write("judge.yaml", "judge: a\nweights: b\nconfidence: 1\nopinion: much\nbias: 0\nfrom: 1\nto: 2\n");
        assertThatThrownBy(this::own)
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("judge.yaml") + ":4: 'opinion' must be a number, such as 0.7312");
    }

    private OnnxModel model(String description) throws IOException {
        write("model.yaml", description);
        return switch (own().kind()) {
            case OwnModel.Kind.Onnx(var model) -> model;
            case OwnModel.Kind.Endpoint _ -> throw new AssertionError("an endpoint");
        };
    }

    private OwnModel own() {
        return OwnModel.in(folder).orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
