package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.corenlp.Word;
import dev.touchstone.models.djl.Encoded;
import dev.touchstone.models.djl.SentenceEncoder;
import java.util.List;

/** A text with its words and its place in the encoder's space. */
record ReadText(String text, List<Word> words, Encoded encoded) {
    ReadText {
        words = List.copyOf(words);
    }

    /** What stands where there is no text. */
    static ReadText empty(SentenceEncoder encoder) {
        return empty(encoder.dimensions(), encoder.traits());
    }

    static ReadText empty(int dimensions, int traits) {
        return new ReadText("", List.of(), new Encoded(new Embedding(new float[dimensions]), new float[traits]));
    }

    float[] vector() {
        return encoded.embedding().vector();
    }

    float[] traits() {
        return encoded.traits();
    }
}
