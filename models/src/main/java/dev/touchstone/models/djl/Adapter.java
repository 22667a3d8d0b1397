package dev.touchstone.models.djl;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an encoder was taught beside its published weights: changes of low rank to its layers (Hu et al. 2021, "LoRA"), a
 * projection back to the published model's vectors, and outputs that tell which concerns a sentence bears on and in which tone.
 * {@code models/training} makes these files.
 *
 * @param trainedOn organisations whose sentences it has seen, in order
 * @param changes to weight matrices, by their name in the model's file
 * @param projection from the mean of the tokens to the vector
 * @param outputs from the mean of the tokens and the first one, joined, to one logit for each label
 * @param hash of its bytes, a few digits
 */
public record Adapter(List<String> trainedOn, List<LowRank> changes, Affine projection, Affine outputs, String hash) {
    private static final String NAME = "touchstone-adapter-1";

    public Adapter {
        trainedOn = List.copyOf(trainedOn);
        changes = List.copyOf(changes);
    }

    /**
     * A matrix that is added to one of the model's: {@code down}ᵀ·{@code up}ᵀ, in × out.
     *
     * @param name of the model's matrix, which is in × out
     * @param down rank × in
     * @param up out × rank
     */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
    record LowRank(String name, float[][] down, float[][] up) {
        /** @param weights of the model, row after row, changed in place */
        void addTo(float[] weights) {
            var width = up.length;
            for (var rank = 0; rank < down.length; rank++)
                for (var row = 0; row < down[rank].length; row++)
                    for (var column = 0; column < width; column++)
                        weights[row * width + column] += down[rank][row] * up[column][rank];
        }
    }

    /**
     * A linear map and a shift.
     *
     * @param columns of its matrix, one for each number that comes in: their loops have no sum that waits for the last one
     */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
    record Affine(float[][] columns, float[] bias) {
        /** @param rows of its matrix, one for each number that goes out */
        static Affine ofRows(float[][] rows, float[] bias) {
            var columns = new float[rows[0].length][rows.length];
            for (var row = 0; row < rows.length; row++)
                for (var column = 0; column < columns.length; column++) columns[column][row] = rows[row][column];
            return new Affine(columns, bias);
        }

        float[] of(float[] input) {
            var output = new float[bias.length];
            for (var j = 0; j < columns.length; j++) {
                var column = columns[j];
                var scale = input[j];
                for (var i = 0; i < output.length; i++) output[i] += column[i] * scale;
            }
            for (var i = 0; i < output.length; i++) output[i] += bias[i];
            return output;
        }
    }

    /** The one that ships for a model. */
    static Adapter shipped(EncoderModel model) {
        return resource("adapter-" + model.id() + ".bin");
    }

    /** The same kind, taught with nothing of an organisation. */
    static Adapter without(EncoderModel model, String organisation) {
        return resource("adapter-%s-without-%s.bin".formatted(model.id(), organisation));
    }

    private static Adapter resource(String name) {
        try (var bytes = Adapter.class.getResourceAsStream(name)) {
            if (bytes == null) throw new FileNotFoundException(name + " is not on the class path");
            return read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    static Adapter read(InputStream source) throws IOException {
        var digest = new DigestInputStream(new BufferedInputStream(source, 1 << 16), sha256());
        var in = new DataInputStream(digest);
        if (!in.readUTF().equals(NAME)) throw new IOException("not an adapter of this version");
        var trainedOn = new ArrayList<String>();
        for (var left = in.readInt(); left > 0; left--) trainedOn.add(in.readUTF());
        var changes = new ArrayList<LowRank>();
        for (var left = in.readInt(); left > 0; left--) changes.add(new LowRank(in.readUTF(), matrix(in), matrix(in)));
        var projection = Affine.ofRows(matrix(in), matrix(in)[0]);
        var outputs = Affine.ofRows(matrix(in), matrix(in)[0]);
        return new Adapter(
                trainedOn,
                changes,
                projection,
                outputs,
                HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 4));
    }

    private static float[][] matrix(DataInputStream in) throws IOException {
        var rows = in.readInt();
        var columns = in.readInt();
        return Stream.generate(() -> new float[columns])
                .limit(rows)
                .map(row -> halves(in, row))
                .toArray(float[][]::new);
    }

    private static float[] halves(DataInputStream in, float[] row) {
        try {
            for (var i = 0; i < row.length; i++) row[i] = Float.float16ToFloat(in.readShort());
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
