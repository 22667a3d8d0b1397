package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.classify.Calibration;
import dev.touchstone.models.classify.SecondStage;
import dev.touchstone.models.djl.OnnxModel;
import dev.touchstone.models.judge.PairJudge;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A bigger model that an organisation put into a folder, as {@code model.yaml} there describes it, for doubtful sentences.
 *
 * @param folder that holds it
 * @param calibration as {@code judge.yaml} has it; empty before {@code calibrate}
 */
public record OwnModel(Path folder, Kind kind, Optional<Calibration> calibration) {
    private static final String MODEL = "model.yaml";
    private static final String JUDGE = "judge.yaml";
    /** Files that say nothing about the model itself. */
    private static final Set<String> BESIDE = Set.of(JUDGE, "weights.bin");

    private static final Set<String> COMMON = Set.of("kind", "file", "tokenizer", "max_length");
    private static final int LONGEST = 256;
    private static final String HYPOTHESIS = "This is about {value}: {statement}";

    /** Where the model is. */
    public sealed interface Kind {
        /** In the folder. */
        record Onnx(OnnxModel model) implements Kind {}

        /** Behind the address that the environment names. */
        record Endpoint() implements Kind {}
    }

    /**
     * The model in a folder; empty when it holds no {@code model.yaml}.
     *
     * @throws BadInput with the line when a file is not as it must be
     */
    public static Optional<OwnModel> in(Path folder) {
        var file = folder.resolve(MODEL);
        if (!Files.isRegularFile(file)) return Optional.empty();
        return Optional.of(
                new OwnModel(folder, kind(folder, YamlNode.parse(file.toString(), bytes(file))), read(folder)));
    }

    /**
     * The same, ready to be used.
     *
     * @throws BadInput when nobody has calibrated it yet: what its answers are worth beside ours is not known then
     */
    public OwnModel calibrated() {
        if (calibration.isEmpty())
            throw new BadInput(
                    "%s: this bigger model is not calibrated; run: touchstone calibrate --gold PATH --charters PATH --model %s"
                            .formatted(folder, folder));
        return this;
    }

    /** The second stage with a judge that was opened for this model. */
    SecondStage second(PairJudge judge) {
        return new SecondStage(judge, calibrated().calibration().orElseThrow());
    }

    private static Kind kind(Path folder, YamlNode root) {
        var word = root.entries().get("kind");
        if (word == null) throw root.wrong("'kind' is missing; write encoder, cross-encoder, nli or endpoint");
        return switch (word.text()) {
            case "encoder" -> {
                var entries = known(root, "pooling");
                yield onnx(folder, entries, new OnnxModel.Encoder(pooling(entries)));
            }
            case "cross-encoder" -> {
                var entries = known(root, "label");
                yield onnx(
                        folder,
                        entries,
                        new OnnxModel.CrossEncoder(place(entries, "label").orElse(0)));
            }
            case "nli" -> {
                var entries = known(root, "entailment", "hypothesis");
                var entailment = place(entries, "entailment")
                        .orElseThrow(() -> root.wrong("'entailment' is missing; write the number of that label, from 0"
                                + " (the model's config.json has it under label2id)"));
                yield onnx(folder, entries, new OnnxModel.Nli(entailment, hypothesis(entries)));
            }
            case "endpoint" -> {
                root.entries(Set.of("kind"));
                yield new Kind.Endpoint();
            }
            default -> throw word.wrong("'%s' is none of encoder, cross-encoder, nli, endpoint".formatted(word.text()));
        };
    }

    private static Map<String, YamlNode> known(YamlNode root, String... more) {
        var keys = new HashSet<>(COMMON);
        keys.addAll(List.of(more));
        return root.entries(keys);
    }

    private static Kind onnx(Path folder, Map<String, YamlNode> entries, OnnxModel.Kind kind) {
        var name = switch (kind) {
            case OnnxModel.Encoder _ -> "encoder";
            case OnnxModel.CrossEncoder _ -> "cross-encoder";
            case OnnxModel.Nli _ -> "nli";
        };
        var longest = Optional.ofNullable(entries.get("max_length"));
        return new Kind.Onnx(new OnnxModel(
                name + "-" + hash(folder),
                kind,
                file(folder, entries, "file", "model.onnx"),
                file(folder, entries, "tokenizer", "tokenizer.json"),
                longest.map(YamlNode::number).orElse(LONGEST)));
    }

    private static Path file(Path folder, Map<String, YamlNode> entries, String key, String usual) {
        var named = Optional.ofNullable(entries.get(key));
        var file = folder.resolve(named.map(YamlNode::text).orElse(usual)).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file))
            throw named.map(node -> node.wrong(file + " is no file in this folder"))
                    .orElseGet(() -> new BadInput("%s: no %s in this folder; put it there, or name it with '%s' in %s"
                            .formatted(folder, usual, key, MODEL)));
        return file;
    }

    private static OnnxModel.Pooling pooling(Map<String, YamlNode> entries) {
        var node = Optional.ofNullable(entries.get("pooling"));
        return switch (node.map(YamlNode::text).orElse("mean")) {
            case "mean" -> OnnxModel.Pooling.MEAN;
            case "cls" -> OnnxModel.Pooling.CLS;
            default -> throw node.orElseThrow().wrong("'pooling' must be mean or cls");
        };
    }

    private static Optional<Integer> place(Map<String, YamlNode> entries, String key) {
        return Optional.ofNullable(entries.get(key)).map(node -> {
            if (!node.text().matches("\\d{1,4}"))
                throw node.wrong("'%s' must be a whole number from 0 on".formatted(key));
            return Integer.parseInt(node.text());
        });
    }

    private static String hypothesis(Map<String, YamlNode> entries) {
        var node = entries.get("hypothesis");
        if (node == null) return HYPOTHESIS;
        if (!node.text().contains("{value}") && !node.text().contains("{statement}"))
            throw node.wrong("'hypothesis' must contain {value} or {statement}, where the value's words go");
        return node.text();
    }

    /** All files that an answer may depend on, weights in a file of their own included. */
    private static String hash(Path folder) {
        try (var inside = Files.list(folder)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : inside.filter(Files::isRegularFile)
                    .filter(file -> !BESIDE.contains(file.getFileName().toString()))
                    .sorted()
                    .toList()) {
                digest.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
                try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                    bytes.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the folder " + folder, failed);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    // ---- judge.yaml ----

    private static Optional<Calibration> read(Path folder) {
        var file = folder.resolve(JUDGE);
        if (!Files.isRegularFile(file)) return Optional.empty();
        var root = YamlNode.parse(file.toString(), bytes(file));
        var entries = root.entries(Set.of("judge", "weights", "confidence", "opinion", "bias", "from", "to"));
        for (var key : List.of("judge", "weights", "confidence", "opinion", "bias", "from", "to"))
            if (!entries.containsKey(key)) throw root.wrong("'%s' is missing; run touchstone calibrate".formatted(key));
        return Optional.of(new Calibration(
                text(entries, "judge"),
                text(entries, "weights"),
                new Calibration.Factors(
                        factor(entries, "confidence"), factor(entries, "opinion"), factor(entries, "bias")),
                new Calibration.Band(permille(entries, "from"), permille(entries, "to"))));
    }

    private static String text(Map<String, YamlNode> entries, String key) {
        return Objects.requireNonNull(entries.get(key)).text();
    }

    private static double factor(Map<String, YamlNode> entries, String key) {
        var node = Objects.requireNonNull(entries.get(key));
        if (!node.text().matches("-?\\d{1,4}(\\.\\d{1,6})?"))
            throw node.wrong("'%s' must be a number, such as 0.7312".formatted(key));
        return Double.parseDouble(node.text());
    }

    private static int permille(Map<String, YamlNode> entries, String key) {
        return place(entries, key)
                .filter(permille -> permille <= 1000)
                .orElseThrow(() -> Objects.requireNonNull(entries.get(key))
                        .wrong("'%s' must be a whole number from 0 to 1000".formatted(key)));
    }

    /** Writes a calibration beside the model, whole or not at all, and answers with its file. */
    public Path write(Calibration learnt) {
        var file = folder.resolve(JUDGE);
        Durable.write(file, """
                # How far the bigger model moves a confidence, as touchstone calibrate learnt it:
                # sigmoid(confidence * logit of the confidence + opinion * logit of the model's answer + bias),
                # for confidences from 'from' to 'to' (of 1000), with these weights and this model only.
                judge: %s
                weights: %s
                confidence: %s
                opinion: %s
                bias: %s
                from: %d
                to: %d
                """.formatted(
                        quoted(learnt.judge()),
                        quoted(learnt.weights()),
                        number(learnt.factors().confidence()),
                        number(learnt.factors().opinion()),
                        number(learnt.factors().bias()),
                        learnt.asked().from(),
                        learnt.asked().to()));
        return file;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String number(double factor) {
        return String.format(Locale.ROOT, "%.4f", factor);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }
}
