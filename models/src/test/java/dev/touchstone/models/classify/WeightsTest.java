package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.models.djl.EncoderModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest {
    private static final Value.Id CARE = TinyGold.CARE.id();

    @TempDir
    private Path folder;

    @Test
    void a_folder_without_weights_is_named() {
        assertThatThrownBy(() -> Weights.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessage("no weights.bin in " + folder + ": name the folder that train wrote to");
    }

    @Test
    void weights_of_another_version_are_made_again() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeUTF("touchstone-weights-1");
        }
        assertRefused(bytes.toByteArray(), "not one that this version writes");
    }

    @Test
    void a_file_that_is_cut_short_is_no_weights() throws IOException {
        Weights.shipped(EncoderModel.MINILM).write(folder);
        var whole = Files.readAllBytes(folder.resolve("weights.bin"));
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "it ends too early");
        assertRefused(new byte[0], "it ends too early");
    }

    @Test
    void a_hidden_layer_comes_back_from_its_file() {
        var caring = new Shown(new double[] {0.5, -2}, new double[] {1}, Set.of("care"));
        var plain = new Shown(new double[] {-0.5, 2}, new double[] {1}, Set.of("go"));
        var labels = IntStream.range(0, 8)
                .mapToObj(i ->
                        new Taught("record.md", i < 4 ? caring : plain, List.of(new Taught.Answer(CARE, 0.5, i < 4))))
                .toList();
        var learnt = new Adaptation(
                List.of(CARE), HiddenTraining.train(List.of(CARE), labels, 1), Map.of("care", new Cut(200, 300)));
        var weights = Weights.shipped(EncoderModel.MINILM).adapted("alder", learnt, new Cut(100, 400));
        weights.write(folder);
        var read = Weights.read(folder);
        assertThat(read.identity()).isEqualTo(weights.identity());
        assertThat(read.adaptation().values()).containsExactly(CARE);
        assertThat(read.adaptation().cuts()).isEqualTo(learnt.cuts());
        for (var sentence : List.of(caring, plain))
            assertThat(odds(read, sentence)).isEqualTo(odds(weights, sentence));
        assertThat(odds(read, caring)).isNotEqualTo(odds(read, plain));
    }

    private static double odds(Weights weights, Shown sentence) {
        var shifts = weights.adaptation().shifts();
        return shifts.odds(CARE, 0.5, shifts.told(sentence));
    }

    private void assertRefused(byte[] bytes, String reason) throws IOException {
        var file = Files.write(folder.resolve("weights.bin"), bytes);
        assertThatThrownBy(() -> Weights.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + " cannot be read as weights: " + reason + "; run train again");
    }
}
