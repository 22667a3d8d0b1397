package dev.touchstone.models.corenlp;

/**
 * What a tagger says of a token.
 *
 * @param tag Penn Treebank part of speech
 * @param lemma in lower case
 * @param stem of the lemma
 */
public record Tagged(String tag, String lemma, String stem) {
    public static Tagged of(String tag, String lemma) {
        return new Tagged(tag, lemma, Stem.of(lemma));
    }

    /** What was said of a word. */
    public static Tagged of(Word word) {
        return new Tagged(word.tag(), word.lemma(), word.stem());
    }

    /** The token as this word. */
    public Word word(Token token) {
        return new Word(token.text(), lemma, stem, tag, token.span());
    }
}
