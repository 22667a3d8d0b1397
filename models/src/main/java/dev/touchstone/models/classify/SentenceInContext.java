package dev.touchstone.models.classify;

/** A sentence with what a reader sees around it; what is not there is empty text. */
record SentenceInContext(ReadText sentence, ReadText title, ReadText heading, ReadText before, ReadText after) {}
