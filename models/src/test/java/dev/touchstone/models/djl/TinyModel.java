package dev.touchstone.models.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Models of a few hundred bytes in the real formats: each word is a point of two numbers, and what a model says follows from the
 * mean of its words' points. So a person can work out what must come back.
 */
final class TinyModel {
    static final List<String> WORDS = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "publish", "open", "hide", "lunch");
    private static final float[][] POINTS = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {1, 0}, {1, 0}, {-1, 0}, {0, 1}};

    private static final int FLOAT = 1;
    private static final int LONG = 7;

    private TinyModel() {}

    /** The points themselves, word after word. */
    static byte[] encoder(List<String> inputs) {
        return model(inputs, List.of(gather("hidden")), List.of(points()), "hidden", 3);
    }

    /**
     * One number for each label: its row times the mean point of all words, special ones included.
     *
     * @param labels rows of two numbers
     */
    static byte[] crossEncoder(List<String> inputs, float[][] labels) {
        var table = new float[2 * labels.length];
        for (var label = 0; label < labels.length; label++)
            for (var i = 0; i < 2; i++) table[i * labels.length + label] = labels[label][i];
        return model(
                inputs,
                List.of(gather("hidden"), mean("hidden", "mean"), node("MatMul", List.of("mean", "labels"), "logits")),
                List.of(points(), tensor("labels", List.of(2, labels.length), table)),
                "logits",
                2);
    }

    /** A tokenizer that knows {@link #WORDS} in lower case and puts special tokens around one text or two. */
    static String tokenizer() {
        var vocabulary = IntStream.range(0, WORDS.size())
                .mapToObj(id -> "\"%s\": %d".formatted(WORDS.get(id), id))
                .collect(Collectors.joining(", "));
        return """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
                 "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
                 "post_processor": {"type": "TemplateProcessing",
                  "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                             {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
                  "pair": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                           {"SpecialToken": {"id": "[SEP]", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}},
                           {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
                  "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [2], "tokens": ["[CLS]"]},
                                     "[SEP]": {"id": "[SEP]", "ids": [3], "tokens": ["[SEP]"]}}},
                 "decoder": null,
                 "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab": {%s}}}
                """.formatted(vocabulary);
    }

    /** Writes a model and its tokenizer into a folder. */
    static OnnxModel write(Path folder, byte[] model, OnnxModel.Kind kind) throws IOException {
        Files.write(folder.resolve("model.onnx"), model);
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
        return new OnnxModel("tiny", kind, folder.resolve("model.onnx"), folder.resolve("tokenizer.json"), 64);
    }

    // ---- the few messages of ONNX that are needed; the numbers are those of onnx.proto ----

    private static byte[] model(
            List<String> inputs, List<byte[]> nodes, List<byte[]> tensors, String output, int rank) {
        var graph = new Message().text(2, "tiny");
        nodes.forEach(node -> graph.bytes(1, node));
        tensors.forEach(tensor -> graph.bytes(5, tensor));
        inputs.forEach(input -> graph.bytes(11, value(input, LONG, 2)));
        graph.bytes(12, value(output, FLOAT, rank));
        return new Message()
                .number(1, 8)
                .bytes(8, new Message().text(1, "").number(2, 13).bytes())
                .bytes(7, graph.bytes())
                .bytes();
    }

    private static byte[] gather(String output) {
        return node("Gather", List.of("points", "input_ids"), output);
    }

    private static byte[] mean(String input, String output) {
        var axes = new Message().text(1, "axes").number(8, 1).number(20, 7).bytes();
        var flat = new Message().text(1, "keepdims").number(3, 0).number(20, 2).bytes();
        return node("ReduceMean", List.of(input), output, axes, flat);
    }

    private static byte[] node(String operator, List<String> inputs, String output, byte[]... attributes) {
        var node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, operator);
        for (var attribute : attributes) node.bytes(5, attribute);
        return node.bytes();
    }

    private static byte[] points() {
        var flat = new float[2 * POINTS.length];
        for (var word = 0; word < POINTS.length; word++) System.arraycopy(POINTS[word], 0, flat, 2 * word, 2);
        return tensor("points", List.of(POINTS.length, 2), flat);
    }

    private static byte[] tensor(String name, List<Integer> dimensions, float[] numbers) {
        var tensor = new Message();
        dimensions.forEach(dimension -> tensor.number(1, dimension));
        tensor.number(2, FLOAT);
        for (var number : numbers) tensor.real(4, number);
        return tensor.text(8, name).bytes();
    }

    private static byte[] value(String name, int type, int rank) {
        var shape = new Message();
        for (var i = 0; i < rank; i++)
            shape.bytes(1, new Message().text(2, name + i).bytes());
        var tensor = new Message().number(1, type).bytes(2, shape.bytes()).bytes();
        return new Message()
                .text(1, name)
                .bytes(2, new Message().bytes(1, tensor).bytes())
                .bytes();
    }

    /** A protobuf message under way: a tag of field and wire type, then the content. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long number) {
            tag(field, 0);
            varint(number);
            return this;
        }

        Message real(int field, float number) {
            tag(field, 5);
            var bits = Float.floatToIntBits(number);
            for (var shift = 0; shift < 32; shift += 8) out.write(bits >>> shift);
            return this;
        }

        Message text(int field, String text) {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message bytes(int field, byte[] bytes) {
            tag(field, 2);
            varint(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void tag(int field, int wireType) {
            varint(((long) field << 3) | wireType);
        }

        private void varint(long number) {
            var rest = number;
            for (; rest >>> 7 != 0; rest >>>= 7) out.write((int) ((rest & 0x7F) | 0x80));
            out.write((int) rest);
        }
    }
}
