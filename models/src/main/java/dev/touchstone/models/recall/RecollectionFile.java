package dev.touchstone.models.recall;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.corenlp.Dependency;
import dev.touchstone.models.corenlp.Forms;
import dev.touchstone.models.corenlp.SplitSentence;
import dev.touchstone.models.corenlp.Stem;
import dev.touchstone.models.corenlp.Tagged;
import dev.touchstone.models.corenlp.Token;
import dev.touchstone.models.djl.Encoded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A recollection as bytes: the words packed, then the vectors as they are, which nothing makes smaller. What can be told from
 * other parts is not written: stems, and words that are the letters at their place.
 */
public final class RecollectionFile {
    /** Name and version of the form. */
    public static final String FORM = "recollection-1";

    private RecollectionFile() {}

    /** The same recollection gives the same bytes. */
    public static byte[] write(Recollection recollection) {
        var packed = new ByteArrayOutputStream();
        var vectors = new ByteArrayOutputStream();
        var fast = new Deflater(Deflater.BEST_SPEED);
        try (var words = new DataOutputStream(new DeflaterOutputStream(packed, fast));
                var numbers = new DataOutputStream(vectors)) {
            var writer = new Writer(words, numbers);
            writer.sentences(recollection.sentences());
            writer.tags(recollection.tags());
            writer.dependencies(recollection.dependencies());
            writer.encoded(recollection.encoded());
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        } finally {
            fast.end();
        }
        return ByteBuffer.allocate(Integer.BYTES + packed.size() + vectors.size())
                .putInt(packed.size())
                .put(packed.toByteArray())
                .put(vectors.toByteArray())
                .array();
    }

    /**
     * What {@link #write} was given.
     *
     * @throws IOException for bytes that no recollection was written as
     */
    public static Recollection read(byte[] bytes) throws IOException {
        try {
            var all = ByteBuffer.wrap(bytes);
            var length = all.getInt();
            var packed = new ByteArrayInputStream(bytes, Integer.BYTES, length);
            all.position(Integer.BYTES + length);
            try (var words = new DataInputStream(new InflaterInputStream(packed))) {
                var reader = new Reader(new DataInputStream(new ByteArrayInputStream(words.readAllBytes())), all);
                return new Recollection(reader.sentences(), reader.tags(), reader.dependencies(), reader.encoded());
            }
        } catch (RuntimeException damaged) {
            throw new IOException("a recollection is damaged", damaged);
        }
    }

    /** @param formed tokens whose forms have been written */
    private record Writer(
            DataOutputStream words, DataOutputStream numbers, Map<String, Integer> known, Set<String> formed) {
        Writer(DataOutputStream words, DataOutputStream numbers) {
            this(words, numbers, new HashMap<>(), new HashSet<>());
        }

        void sentences(Map<String, List<SplitSentence>> byPassage) throws IOException {
            words.writeInt(byPassage.size());
            for (var entry : byPassage.entrySet()) {
                text(entry.getKey());
                words.writeInt(entry.getValue().size());
                for (var sentence : entry.getValue()) sentence(entry.getKey(), sentence);
            }
        }

        private void sentence(String passage, SplitSentence sentence) throws IOException {
            words.writeShort(sentence.tokens().size());
            for (var token : sentence.tokens()) {
                words.writeInt(token.span().start());
                words.writeInt(token.span().end());
                name(token.text().equals(token.span().of(passage)) ? "" : token.text());
                name(token.normal());
                if (formed.add(token.normal())) forms(token.forms());
            }
        }

        private void forms(Forms forms) throws IOException {
            words.writeByte(forms.lemmas().size());
            for (var lemma : forms.lemmas()) name(lemma);
        }

        void tags(Map<String, List<Tagged>> bySentence) throws IOException {
            words.writeInt(bySentence.size());
            for (var entry : bySentence.entrySet()) {
                text(entry.getKey());
                words.writeShort(entry.getValue().size());
                for (var tagged : entry.getValue()) {
                    name(tagged.tag());
                    name(tagged.lemma());
                }
            }
        }

        void dependencies(Map<String, List<Dependency>> bySentence) throws IOException {
            words.writeInt(bySentence.size());
            for (var entry : bySentence.entrySet()) {
                text(entry.getKey());
                words.writeShort(entry.getValue().size());
                for (var arc : entry.getValue()) {
                    name(arc.relation());
                    words.writeShort(arc.governor());
                    words.writeShort(arc.dependent());
                }
            }
        }

        void encoded(Map<String, Encoded> byText) throws IOException {
            words.writeInt(byText.size());
            for (var entry : byText.entrySet()) {
                text(entry.getKey());
                vector(entry.getValue().embedding().vector());
                vector(entry.getValue().traits());
            }
        }

        private void vector(float[] vector) throws IOException {
            words.writeShort(vector.length);
            for (var number : vector) numbers.writeFloat(number);
        }

        private void text(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            words.writeInt(bytes.length);
            words.write(bytes);
        }

        /** A text that comes often: its number, after it has been there once. */
        private void name(String name) throws IOException {
            var number = known.get(name);
            if (number == null) {
                words.writeInt(known.size());
                known.put(name, known.size());
                text(name);
            } else {
                words.writeInt(number);
            }
        }
    }

    private record Reader(
            DataInputStream words,
            ByteBuffer numbers,
            List<String> names,
            Map<String, Forms> forms,
            Map<String, String> stems) {
        Reader(DataInputStream words, ByteBuffer numbers) {
            this(words, numbers, new ArrayList<>(), new HashMap<>(), new HashMap<>());
        }

        Map<String, List<SplitSentence>> sentences() throws IOException {
            var byPassage = new LinkedHashMap<String, List<SplitSentence>>();
            for (var left = words.readInt(); left > 0; left--) {
                var passage = text();
                var sentences = new ArrayList<SplitSentence>();
                for (var more = words.readInt(); more > 0; more--) sentences.add(sentence(passage));
                byPassage.put(passage, List.copyOf(sentences));
            }
            return byPassage;
        }

        private SplitSentence sentence(String passage) throws IOException {
            var tokens = new ArrayList<Token>();
            for (var left = words.readUnsignedShort(); left > 0; left--) {
                var span = new Span(words.readInt(), words.readInt());
                var other = name();
                var normal = name();
                tokens.add(new Token(other.isEmpty() ? span.of(passage) : other, normal, forms(normal), span));
            }
            return new SplitSentence(tokens);
        }

        private Forms forms(String normal) throws IOException {
            var known = forms.get(normal);
            if (known != null) return known;
            var lemmas = new ArrayList<String>();
            for (var left = words.readUnsignedByte(); left > 0; left--) lemmas.add(name());
            var read = Forms.of(lemmas);
            forms.put(normal, read);
            return read;
        }

        Map<String, List<Tagged>> tags() throws IOException {
            var bySentence = new LinkedHashMap<String, List<Tagged>>();
            for (var left = words.readInt(); left > 0; left--) {
                var sentence = text();
                var tags = new ArrayList<Tagged>();
                for (var more = words.readUnsignedShort(); more > 0; more--) {
                    var tag = name();
                    var lemma = name();
                    tags.add(new Tagged(tag, lemma, stems.computeIfAbsent(lemma, Stem::of)));
                }
                bySentence.put(sentence, List.copyOf(tags));
            }
            return bySentence;
        }

        Map<String, List<Dependency>> dependencies() throws IOException {
            var bySentence = new LinkedHashMap<String, List<Dependency>>();
            for (var left = words.readInt(); left > 0; left--) {
                var sentence = text();
                var arcs = new ArrayList<Dependency>();
                for (var more = words.readUnsignedShort(); more > 0; more--)
                    arcs.add(new Dependency(name(), words.readShort(), words.readShort()));
                bySentence.put(sentence, List.copyOf(arcs));
            }
            return bySentence;
        }

        Map<String, Encoded> encoded() throws IOException {
            var byText = new LinkedHashMap<String, Encoded>();
            for (var left = words.readInt(); left > 0; left--)
                byText.put(text(), new Encoded(new Embedding(vector()), vector()));
            return byText;
        }

        private float[] vector() throws IOException {
            var vector = new float[words.readUnsignedShort()];
            for (var index = 0; index < vector.length; index++) vector[index] = numbers.getFloat();
            return vector;
        }

        private String text() throws IOException {
            return new String(words.readNBytes(words.readInt()), StandardCharsets.UTF_8);
        }

        private String name() throws IOException {
            var number = words.readInt();
            if (number == names.size()) names.add(text());
            return names.get(number);
        }
    }
}
