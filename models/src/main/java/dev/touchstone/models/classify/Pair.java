package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Confidence;

/**
 * One (sentence, value) pair of an evaluation.
 *
 * @param random whether the sentence was drawn at random
 * @param gold whether the sentence refers to the value
 * @param explicit whether it does so by one of the value's terms
 * @param found whether the model says so
 */
record Pair(
        String document,
        Value.Id value,
        boolean random,
        boolean gold,
        boolean explicit,
        boolean found,
        Confidence confidence) {
    /** The same when the sentence was never looked at. */
    Pair unread() {
        return new Pair(document, value, random, gold, explicit, false, new Confidence(0));
    }

    Pair found(boolean otherwise) {
        return new Pair(document, value, random, gold, explicit, otherwise, confidence);
    }
}
