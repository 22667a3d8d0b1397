package dev.touchstone.auditor.decision;

/**
 * What the format itself gives away about a passage: which option it speaks of, what became of that option, and whether it
 * is an argument for or against it.
 *
 * @param option title of the option spoken of; empty when the format does not say
 */
public record Standing(String option, About about, Argument argument) {
    public static final Standing UNKNOWN = new Standing("", About.UNKNOWN, Argument.NONE);

    /** What a passage describes, as far as its place tells. */
    public enum About {
        CHOSEN,
        REJECTED,
        TODAY,
        UNKNOWN
    }

    /** The side of an argument that its place or its first word gives away ("Good, because"). */
    public enum Argument {
        PRO,
        CON,
        NEUTRAL,
        NONE
    }
}
