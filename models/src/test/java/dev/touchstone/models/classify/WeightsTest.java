package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.djl.EncoderModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest {
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

    private void assertRefused(byte[] bytes, String reason) throws IOException {
        var file = Files.write(folder.resolve("weights.bin"), bytes);
        assertThatThrownBy(() -> Weights.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + " cannot be read as weights: " + reason + "; run train again");
    }
}
