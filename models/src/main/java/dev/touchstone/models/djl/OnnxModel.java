package dev.touchstone.models.djl;

import java.nio.file.Path;

/**
 * A model of the organisation's own, as it lies in a folder.
 *
 * @param identity kind and hash of all that decides an answer
 * @param weights the ONNX file
 * @param tokenizer in Hugging Face's {@code tokenizer.json} format
 * @param longest number of tokens read, the value's included; the rest of a long sentence is cut off
 */
public record OnnxModel(String identity, Kind kind, Path weights, Path tokenizer, int longest) {
    /** What the model was made for. */
    public sealed interface Kind {}

    /** Turns a text into a vector; likeness to the value is the answer. */
    public record Encoder(Pooling pooling) implements Kind {}

    /**
     * Reads two texts together and says how well they go together.
     *
     * @param label place of the answer that means yes when there are several, from 0
     */
    public record CrossEncoder(int label) implements Kind {}

    /**
     * Says whether a sentence entails another.
     *
     * @param entailment place of the label that means so, from 0
     * @param hypothesis with {@code {value}} and {@code {statement}} where the value's words go
     */
    public record Nli(int entailment, String hypothesis) implements Kind {}

    /** How the vectors of a text's tokens become one. */
    public enum Pooling {
        MEAN,
        CLS;

        String djl() {
            return switch (this) {
                case MEAN -> "mean";
                case CLS -> "cls";
            };
        }
    }
}
