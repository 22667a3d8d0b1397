package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Confidence;

/**
 * From which confidence on, in permille, a sentence refers to a value. Between the two numbers nobody can tell: cutting anywhere
 * between them finds references about equally well on labelled sentences.
 *
 * @param unsure from here on it may be a reference, for a person to say
 * @param found from here on it counts as one
 */
record Cut(int unsure, int found) {
    Cut {
        if (unsure < 0 || found < unsure || found > 1000)
            throw new IllegalArgumentException("not in order: 0, %d, %d, 1000".formatted(unsure, found));
    }

    boolean finds(Confidence confidence) {
        return confidence.permille() >= found;
    }

    /** Whether it is too likely to be passed over and not likely enough to count. */
    boolean doubts(Confidence confidence) {
        return confidence.permille() >= unsure && !finds(confidence);
    }
}
