package dev.touchstone.models.classify;

import dev.touchstone.auditor.document.Span;

/**
 * Words of a sentence that give away how it argues.
 *
 * @param words as written, in lower case: {@code "at the cost of"}
 * @param tag part of speech of its first word
 * @param position index of its first word
 * @param denied stands in the scope of a negation, so that it means its opposite
 */
record Cue(Kind kind, String words, String tag, int position, boolean denied) {
    /** What a cue says. */
    enum Kind {
        REASON,
        CONTRAST,
        CONCESSION,
        NEGATION,
        HEDGE,
        CONDITION,
        COST,
        BENEFIT,
        REQUIREMENT,
        /** What makes a cost less: "avoid", "reduce". */
        CHANGE,
        /** The state before the decision. */
        TODAY,
        /** A way not taken. */
        DISMISSAL,
        QUESTION
    }

    Cue within(Span scope) {
        return isWithin(scope) ? turned() : this;
    }

    boolean isWithin(Span scope) {
        return scope.start() <= position && position < scope.end();
    }

    /** The same cue, meaning its opposite. */
    Cue turned() {
        return new Cue(kind, words, tag, position, true);
    }

    boolean isVerb() {
        return tag.startsWith("VB");
    }
}
