package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.models.djl.EncoderModel;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * Everything that was trained: one immutable value, the same in memory and in its file.
 *
 * @param encoder identity of the encoder whose vectors it was trained on
 * @param trainedOn organisations whose sentences it has seen, in order
 * @param sieve tells which sentences are worth reading at all
 * @param adaptation what an organisation's own labels added
 * @param cut what counts as a reference to a value whose own sentences do not tell
 */
public record Weights(
        String encoder,
        List<String> trainedOn,
        Inventory inventory,
        Sieve sieve,
        Combiner presence,
        Judges judges,
        Adaptation adaptation,
        Cut cut) {
    private static final String FILE = "weights.bin";

    public Weights {
        trainedOn = List.copyOf(trainedOn);
    }

    Heads heads() {
        return inventory.heads();
    }

    /** What counts as a reference to a value. */
    Cut cut(Value value) {
        return adaptation.cut(value).orElse(cut);
    }

    Weights with(Sieve other) {
        return new Weights(encoder, trainedOn, inventory, other, presence, judges, adaptation, cut);
    }

    /** The same with an organisation's own labels learnt. */
    Weights adapted(String organisation, Adaptation learnt, Cut cut) {
        var all = new TreeSet<>(trainedOn);
        all.add(organisation);
        return new Weights(encoder, List.copyOf(all), inventory, sieve, presence, judges, learnt, cut);
    }

    /** The weights that the product ships for an encoder. */
    public static Weights shipped(EncoderModel encoder) {
        var resource = "weights-" + encoder.id() + ".bin";
        try (var bytes = Weights.class.getResourceAsStream(resource)) {
            if (bytes == null) throw new FileNotFoundException(resource + " is not on the class path");
            return WeightsFile.read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped weights cannot be read", e);
        }
    }

    /** Weights from the folder that {@link #write} filled. */
    public static Weights read(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file))
            throw new BadInput("no " + FILE + " in " + folder + ": name the folder that train wrote to");
        try (var bytes = Files.newInputStream(file)) {
            return WeightsFile.read(bytes);
        } catch (IOException e) {
            var reason = e instanceof EOFException ? "it ends too early" : e.getMessage();
            throw new BadInput("%s cannot be read as weights: %s; run train again".formatted(file, reason));
        }
    }

    /** Writes them as one file of a folder, whole or not at all. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            var partial = Files.createTempFile(folder, "weights", ".part");
            try (var bytes = Files.newOutputStream(partial)) {
                WeightsFile.write(this, bytes);
            }
            Files.move(partial, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the weights cannot be written to " + folder, e);
        }
    }

    /** Tells one set of weights from another: a hash of their bytes. */
    public String identity() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            WeightsFile.write(this, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("weights can always be hashed", e);
        }
    }

    /**
     * How a reference is judged once it is found.
     *
     * @param compromises against upholds
     * @param compromisesFrom probability in permille from which a reference counts as a compromise: below a half, because
     *     compromises are rare and a model of rare things is timid
     * @param reason against the other roles, as are those that follow
     * @param declarationFrom probability in permille from which a reference only declares: they are rare, too
     */
    record Judges(
            Combiner compromises,
            int compromisesFrom,
            Combiner reason,
            Combiner behaviour,
            Combiner declaration,
            int declarationFrom) {}
}
