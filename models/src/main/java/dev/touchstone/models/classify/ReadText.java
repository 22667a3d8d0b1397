package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.corenlp.Word;
import java.util.List;

/** A text with its words and its place in the encoder's space. */
record ReadText(String text, List<Word> words, Embedding embedding) {
    ReadText {
        words = List.copyOf(words);
    }

    /** What stands where there is no text. */
    static ReadText empty(int dimensions) {
        return new ReadText("", List.of(), new Embedding(new float[dimensions]));
    }

    float[] vector() {
        return embedding.vector();
    }
}
