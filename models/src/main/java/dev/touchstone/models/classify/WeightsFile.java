package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Weights as bytes: a name and a version, then the parts in order, compressed. Large tables are kept in half precision, which
 * {@link #rounded} does to weights beforehand, so that weights read back equal those that were written.
 */
final class WeightsFile {
    private static final String NAME = "touchstone-weights-9";

    private WeightsFile() {}

    /** The same weights as they come back from a file. */
    static Weights rounded(Weights weights) {
        return new Weights(
                weights.encoder(),
                weights.trainedOn(),
                rounded(weights.inventory()),
                rounded(weights.sieve()),
                weights.presence(),
                weights.judges(),
                weights.adaptation(),
                weights.cut());
    }

    /** The same layer as it comes back from a file. */
    static HiddenLayer rounded(HiddenLayer layer) {
        return new HiddenLayer(rounded(layer.bag()), rounded(layer.weights()), rounded(layer.bias()));
    }

    private static Inventory rounded(Inventory inventory) {
        return new Inventory(
                rounded(inventory.heads()),
                new OrdinarySentences(inventory.ordinary().sample().stream()
                        .map(WeightsFile::rounded)
                        .toList()));
    }

    private static Sieve rounded(Sieve sieve) {
        return new Sieve(rounded(sieve.glimpses()), sieve.worth(), sieve.cut());
    }

    private static Heads rounded(Heads heads) {
        return new Heads(
                heads.labels(),
                rounded(heads.bag()),
                rounded(heads.dense()),
                rounded(heads.sparse()),
                rounded(heads.bias()));
    }

    private static BagOfWords rounded(BagOfWords bag) {
        return new BagOfWords(bag.index(), rounded(bag.rarity()));
    }

    private static float[] rounded(float[] numbers) {
        var rounded = new float[numbers.length];
        for (var i = 0; i < numbers.length; i++) rounded[i] = Float.float16ToFloat(Float.floatToFloat16(numbers[i]));
        return rounded;
    }

    private static float[][] rounded(float[][] rows) {
        var rounded = new float[rows.length][];
        for (var i = 0; i < rows.length; i++) rounded[i] = rounded(rows[i]);
        return rounded;
    }

    static void write(Weights weights, OutputStream target) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(target, 1 << 16))) {
            out.writeUTF(NAME);
            out.writeUTF(weights.encoder());
            write(weights.trainedOn(), out);
            write(weights.heads(), out);
            write(weights.inventory().ordinary().sample().toArray(float[][]::new), out);
            write(weights.sieve().glimpses(), out);
            write(weights.sieve().worth(), out);
            out.writeInt(weights.sieve().cut());
            write(weights.presence(), out);
            write(weights.judges().compromises(), out);
            out.writeInt(weights.judges().compromisesFrom());
            write(weights.judges().reason(), out);
            write(weights.judges().behaviour(), out);
            write(weights.judges().declaration(), out);
            out.writeInt(weights.judges().declarationFrom());
            write(weights.adaptation(), out);
            write(weights.cut(), out);
        }
    }

    static Weights read(InputStream source) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(source, 1 << 16))) {
            if (!in.readUTF().equals(NAME)) throw new IOException("not one that this version writes");
            return new Weights(
                    in.readUTF(),
                    texts(in),
                    new Inventory(heads(in), new OrdinarySentences(List.of(rows(in)))),
                    new Sieve(heads(in), combiner(in), in.readInt()),
                    combiner(in),
                    new Weights.Judges(
                            combiner(in), in.readInt(), combiner(in), combiner(in), combiner(in), in.readInt()),
                    adaptation(in),
                    cut(in));
        }
    }

    private static void write(Heads heads, DataOutputStream out) throws IOException {
        write(heads.labels(), out);
        write(heads.bag(), out);
        write(heads.dense(), out);
        write(heads.sparse(), out);
        write(heads.bias(), out);
    }

    private static Heads heads(DataInputStream in) throws IOException {
        return new Heads(texts(in), bag(in), rows(in), rows(in), numbers(in));
    }

    private static void write(BagOfWords bag, DataOutputStream out) throws IOException {
        write(
                bag.index().entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getValue))
                        .map(Map.Entry::getKey)
                        .toList(),
                out);
        write(bag.rarity(), out);
    }

    private static BagOfWords bag(DataInputStream in) throws IOException {
        var index = new HashMap<String, Integer>();
        for (var word : texts(in)) index.put(word, index.size());
        return new BagOfWords(index, numbers(in));
    }

    private static void write(Adaptation adaptation, DataOutputStream out) throws IOException {
        write(adaptation.values().stream().map(Value.Id::text).toList(), out);
        write(adaptation.shifts(), out);
        out.writeInt(adaptation.cuts().size());
        for (var cut : new TreeMap<>(adaptation.cuts()).entrySet()) {
            out.writeUTF(cut.getKey());
            write(cut.getValue(), out);
        }
    }

    private static Adaptation adaptation(DataInputStream in) throws IOException {
        var values = texts(in).stream().map(Value.Id::new).toList();
        var shifts = shifts(in);
        var cuts = new TreeMap<String, Cut>();
        for (var left = in.readInt(); left > 0; left--) cuts.put(in.readUTF(), cut(in));
        return new Adaptation(values, shifts, cuts);
    }

    private static void write(Shifts shifts, DataOutputStream out) throws IOException {
        switch (shifts.basis()) {
            case Basis.Plain _ -> out.writeBoolean(false);
            case Basis.Hidden(var layer) -> {
                out.writeBoolean(true);
                write(layer, out);
            }
        }
        out.writeInt(shifts.byValue().size());
        for (var shift : new TreeMap<>(shifts.byValue()).entrySet()) {
            out.writeUTF(shift.getKey());
            out.writeInt(shift.getValue().length);
            for (var number : shift.getValue()) out.writeDouble(number);
        }
    }

    private static Shifts shifts(DataInputStream in) throws IOException {
        var basis = in.readBoolean() ? new Basis.Hidden(hidden(in)) : new Basis.Plain();
        var byValue = new TreeMap<String, double[]>();
        for (var left = in.readInt(); left > 0; left--) byValue.put(in.readUTF(), doubles(in, in.readInt()));
        return new Shifts(basis, byValue);
    }

    private static void write(HiddenLayer layer, DataOutputStream out) throws IOException {
        write(layer.bag(), out);
        write(layer.weights(), out);
        write(layer.bias(), out);
    }

    private static HiddenLayer hidden(DataInputStream in) throws IOException {
        return new HiddenLayer(bag(in), rows(in), numbers(in));
    }

    private static void write(Cut cut, DataOutputStream out) throws IOException {
        out.writeInt(cut.unsure());
        out.writeInt(cut.found());
    }

    private static Cut cut(DataInputStream in) throws IOException {
        return new Cut(in.readInt(), in.readInt());
    }

    private static void write(Combiner combiner, DataOutputStream out) throws IOException {
        write(combiner.names(), out);
        for (var numbers : List.of(combiner.means(), combiner.scales(), combiner.weights()))
            for (var number : numbers) out.writeDouble(number);
        out.writeDouble(combiner.bias());
    }

    private static Combiner combiner(DataInputStream in) throws IOException {
        var names = texts(in);
        return new Combiner(
                names,
                doubles(in, names.size()),
                doubles(in, names.size()),
                doubles(in, names.size()),
                in.readDouble());
    }

    private static double[] doubles(DataInputStream in, int length) throws IOException {
        var numbers = new double[length];
        for (var i = 0; i < length; i++) numbers[i] = in.readDouble();
        return numbers;
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) out.writeUTF(text);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        var texts = new ArrayList<String>();
        for (var left = in.readInt(); left > 0; left--) texts.add(in.readUTF());
        return texts;
    }

    private static void write(float[][] rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.length);
        for (var row : rows) write(row, out);
    }

    private static float[][] rows(DataInputStream in) throws IOException {
        var rows = new float[in.readInt()][];
        for (var i = 0; i < rows.length; i++) rows[i] = numbers(in);
        return rows;
    }

    private static void write(float[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (var number : numbers) out.writeShort(Float.floatToFloat16(number));
    }

    private static float[] numbers(DataInputStream in) throws IOException {
        var numbers = new float[in.readInt()];
        for (var i = 0; i < numbers.length; i++) numbers[i] = Float.float16ToFloat(in.readShort());
        return numbers;
    }
}
