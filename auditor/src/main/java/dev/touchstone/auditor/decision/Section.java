package dev.touchstone.auditor.decision;

import dev.touchstone.auditor.document.Span;

/**
 * A heading and what stands below it up to the next heading. A subsection without a kind of its own has its parent's.
 *
 * @param heading empty for what stands before the first heading
 * @param level of the heading, 0 when there is none
 */
public record Section(Kind kind, String heading, int level, Span span) {
    /** What a section is for, in any format. */
    public enum Kind {
        CONTEXT,
        DRIVERS,
        OPTIONS,
        DECISION,
        CONSEQUENCES,
        OTHER
    }
}
