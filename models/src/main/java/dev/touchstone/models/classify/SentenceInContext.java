package dev.touchstone.models.classify;

/** A sentence with what a reader sees around it; what is not there is empty text. */
record SentenceInContext(ReadText sentence, ReadText title, ReadText heading, ReadText before, ReadText after) {
    /** The same as it is seen before it is read: its words, and where their own vectors lie in the mean. */
    SentenceInContext atAGlance() {
        return new SentenceInContext(
                sentence.atAGlance(),
                title.wordsAlone(),
                heading.wordsAlone(),
                before.wordsAlone(),
                after.wordsAlone());
    }
}
