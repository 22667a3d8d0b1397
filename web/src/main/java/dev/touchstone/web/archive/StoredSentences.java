package dev.touchstone.web.archive;

import dev.touchstone.auditor.document.Sentence;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Embedding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences of one document with their vectors, as the search index wants them. A vector of nothing but zeros, which a
 * sentence that nobody has read has, takes one byte.
 */
record StoredSentences(List<Sentence> sentences, List<Embedding> embeddings) {
    StoredSentences {
        sentences = List.copyOf(sentences);
        embeddings = List.copyOf(embeddings);
    }

    static StoredSentences of(Annotated annotated) {
        return new StoredSentences(annotated.sentences(), annotated.embeddings());
    }

    /** Those of a file and of the files inside it, in order. */
    static byte[] write(List<StoredSentences> all) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(all.size());
            for (var one : all) one.write(out);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return Packed.of(bytes.toByteArray());
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeInt(sentences.size());
        for (var index = 0; index < sentences.size(); index++) {
            var sentence = sentences.get(index);
            out.writeInt(sentence.span().start());
            out.writeInt(sentence.span().end());
            out.writeInt(sentence.passage());
            out.writeBoolean(sentence.counted());
            write(out, embeddings.get(index).vector());
        }
    }

    private static void write(DataOutputStream out, float[] vector) throws IOException {
        out.writeInt(vector.length);
        var isZero = isZero(vector);
        out.writeBoolean(isZero);
        if (isZero) return;
        for (var number : vector) out.writeFloat(number);
    }

    private static boolean isZero(float[] vector) {
        for (var number : vector) if (number != 0) return false;
        return true;
    }

    static List<StoredSentences> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(Packed.open(bytes)))) {
            var all = new ArrayList<StoredSentences>();
            for (var left = in.readInt(); left > 0; left--) all.add(one(in));
            return all;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Damaged("stored sentences are damaged", damaged);
        }
    }

    private static StoredSentences one(DataInputStream in) throws IOException {
        var sentences = new ArrayList<Sentence>();
        var embeddings = new ArrayList<Embedding>();
        var nowhere = new Embedding(new float[0]);
        for (var left = in.readInt(); left > 0; left--) {
            sentences.add(new Sentence(new Span(in.readInt(), in.readInt()), in.readInt(), in.readBoolean()));
            var length = in.readInt();
            if (in.readBoolean()) {
                // One for all that nobody has read: a file may have hundreds of thousands of them.
                if (nowhere.vector().length != length) nowhere = new Embedding(new float[length]);
                embeddings.add(nowhere);
            } else embeddings.add(new Embedding(vector(in, length)));
        }
        return new StoredSentences(sentences, embeddings);
    }

    private static float[] vector(DataInputStream in, int length) throws IOException {
        var vector = new float[length];
        for (var index = 0; index < vector.length; index++) vector[index] = in.readFloat();
        return vector;
    }
}
