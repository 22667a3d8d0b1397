package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.corenlp.Word;
import dev.touchstone.models.djl.Encoded;
import dev.touchstone.models.djl.SentenceEncoder;
import java.util.List;

/**
 * A text with its words and its place in the encoder's space.
 *
 * @param glance where its words' own vectors lie in the mean
 * @param encoded all zeros when it was not worth reading
 */
record ReadText(String text, List<Word> words, Embedding glance, Encoded encoded) {
    /** Brings the components of a unit vector nearer to the size of traits. */
    private static final float GLANCE = 3;

    ReadText {
        words = List.copyOf(words);
    }

    /** What stands where there is no text. */
    static ReadText empty(SentenceEncoder encoder) {
        return unread("", List.of(), new Embedding(new float[encoder.dimensions()]), encoder);
    }

    /** A text that the encoder is spared. */
    static ReadText unread(String text, List<Word> words, Embedding glance, SentenceEncoder encoder) {
        return new ReadText(
                text,
                words,
                glance,
                new Encoded(new Embedding(new float[encoder.dimensions()]), new float[encoder.traits()]));
    }

    /** No text, as the same encoder sees it. */
    ReadText nothing() {
        return new ReadText(
                "",
                List.of(),
                new Embedding(new float[glance.vector().length]),
                new Encoded(new Embedding(new float[vector().length]), new float[traits().length]));
    }

    ReadText read(Encoded known) {
        return new ReadText(text, words, glance, known);
    }

    /** The text as if its glance were all that the encoder told of it. */
    ReadText atAGlance() {
        var traits = glance.vector().clone();
        for (var i = 0; i < traits.length; i++) traits[i] *= GLANCE;
        return new ReadText(text, words, glance, new Encoded(glance, traits));
    }

    /** The text as if the encoder told nothing of it. */
    ReadText wordsAlone() {
        return new ReadText(text, words, glance, new Encoded(glance, new float[0]));
    }

    float[] vector() {
        return encoded.embedding().vector();
    }

    float[] traits() {
        return encoded.traits();
    }
}
