package dev.touchstone.auditor.reference;

/**
 * One thing that spoke for a reference or for how it was judged, with the words that made it speak.
 *
 * @param detail for a person, such as {@code users} or {@code 0.61 "Users' existing workloads are protected"}
 */
public record Signal(Kind kind, String detail) {
    /** The independent sources of evidence. */
    public enum Kind {
        TERM,
        STATEMENT,
        BEHAVIOUR,
        COUNTER_BEHAVIOUR,
        ALTERNATIVE,
        CONCERN,
        MODEL,
        SECTION,
        OPTION,
        REASON,
        CONTRAST,
        CONCESSION,
        NEGATION,
        HEDGE,
        COST,
        BENEFIT,
        /** Something that somebody could watch being done; with the two that follow, what makes a sentence specific. */
        ACTION,
        NUMBER,
        STAKEHOLDER
    }
}
