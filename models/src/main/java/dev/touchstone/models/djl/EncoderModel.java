package dev.touchstone.models.djl;

import dev.touchstone.auditor.BadInput;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A sentence encoder whose weights travel in a jar on the class path. All are fp32: quantised weights give a sentence another
 * vector in other company (cosines down to 0.97), and an audit must come out the same when a document is added.
 */
public enum EncoderModel {
    /** all-MiniLM-L6-v2: 6 layers, the default. */
    MINILM(
            "/all-minilm-l6-v2",
            "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e",
            "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
            Pooling.MEAN),
    /** bge-small-en-v1.5: 12 layers, twice the time. */
    BGE_SMALL(
            "/bge-small-en-v1.5",
            "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35",
            "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
            Pooling.FIRST);

    /** Length of the vectors of every model here. */
    static final int DIMENSIONS = 384;

    private final String path;
    private final String weightsHash;
    private final String tokenizerHash;
    final Pooling pooling;

    EncoderModel(String path, String weightsHash, String tokenizerHash, Pooling pooling) {
        this.path = path;
        this.weightsHash = weightsHash;
        this.tokenizerHash = tokenizerHash;
        this.pooling = pooling;
    }

    Resource weights() {
        return new Resource(path + ".onnx", weightsHash);
    }

    Resource tokenizer() {
        return new Resource(path + "-tokenizer.json", tokenizerHash);
    }

    /** The name in options and identities: {@code minilm}, {@code bge-small}. */
    public String id() {
        return switch (this) {
            case MINILM -> "minilm";
            case BGE_SMALL -> "bge-small";
        };
    }

    /** The model with this name, as a person gives it in an option. */
    public static EncoderModel named(String id) {
        return Arrays.stream(values())
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("no encoder \"" + id + "\": choose one of "
                        + Arrays.stream(values()).map(EncoderModel::id).collect(Collectors.joining(", "))));
    }

    /** A file on the class path and the SHA-256 that its bytes must have. */
    record Resource(String path, String sha256) {}

    /** How the vectors of a text's tokens become one. */
    enum Pooling {
        MEAN,
        FIRST
    }
}
