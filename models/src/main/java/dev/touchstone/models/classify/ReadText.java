package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.corenlp.Stem;
import dev.touchstone.models.corenlp.Token;
import dev.touchstone.models.corenlp.Word;
import dev.touchstone.models.djl.Encoded;
import dev.touchstone.models.djl.SentenceEncoder;
import java.util.List;

/**
 * A text with its words and its place in the encoder's space.
 *
 * @param tokens the words as they stand
 * @param words with their parts of speech; none when it was not worth reading
 * @param glance where its words' own vectors lie in the mean
 * @param encoded all zeros when it was not worth reading
 */
record ReadText(String text, List<Token> tokens, List<Word> words, Embedding glance, Encoded encoded) {
    /** Brings the components of a unit vector nearer to the size of traits. */
    private static final float GLANCE = 3;

    ReadText {
        tokens = List.copyOf(tokens);
        words = List.copyOf(words);
    }

    /** What stands where there is no text. */
    static ReadText empty(SentenceEncoder encoder) {
        return unread("", List.of(), List.of(), new Embedding(new float[encoder.dimensions()]), encoder);
    }

    /** A text that the encoder is spared. */
    static ReadText unread(
            String text, List<Token> tokens, List<Word> words, Embedding glance, SentenceEncoder encoder) {
        return new ReadText(
                text,
                tokens,
                words,
                glance,
                new Encoded(new Embedding(new float[encoder.dimensions()]), new float[encoder.traits()]));
    }

    /** No text, as the same encoder sees it. */
    ReadText nothing() {
        return new ReadText(
                "",
                List.of(),
                List.of(),
                new Embedding(new float[glance.vector().length]),
                new Encoded(new Embedding(new float[vector().length]), new float[traits().length]));
    }

    ReadText tagged(List<Word> known) {
        return new ReadText(text, tokens, known, glance, encoded);
    }

    ReadText read(Encoded known) {
        return new ReadText(text, tokens, words, glance, known);
    }

    /** The text as if its glance were all that the encoder told of it, and nobody had tagged it. */
    ReadText atAGlance() {
        var traits = glance.vector().clone();
        for (var i = 0; i < traits.length; i++) traits[i] *= GLANCE;
        return new ReadText(text, tokens, roots(), glance, new Encoded(glance, traits));
    }

    /** The text as if the encoder told nothing of it, and nobody had tagged it. */
    ReadText wordsAlone() {
        return new ReadText(text, tokens, roots(), glance, new Encoded(glance, new float[0]));
    }

    private List<Word> roots() {
        return tokens.stream()
                .map(token -> new Word(token.text(), token.root(), Stem.of(token.root()), "", token.span()))
                .toList();
    }

    float[] vector() {
        return encoded.embedding().vector();
    }

    float[] traits() {
        return encoded.traits();
    }
}
