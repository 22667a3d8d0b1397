package dev.touchstone.models.djl;

/**
 * A sentence encoder whose weights travel in a jar on the class path, and what it was taught beside them. They are fp32: quantised
 * weights give a sentence another vector in other company (cosines down to 0.97), and an audit must come out the same when a
 * document is added.
 *
 * @param id the name in identities and in the files of adapters and weights
 */
public record EncoderModel(String id, Resource weights, Resource tokenizer) {
    /** all-MiniLM-L6-v2: 6 layers. */
    public static final EncoderModel MINILM = new EncoderModel(
            "minilm",
            new Resource("/all-minilm-l6-v2.onnx", "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e"),
            new Resource(
                    "/all-minilm-l6-v2-tokenizer.json",
                    "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0"));

    /** Length of its vectors. */
    static final int DIMENSIONS = 384;

    /** A file on the class path and the SHA-256 that its bytes must have. */
    public record Resource(String path, String sha256) {}
}
