package dev.touchstone.auditor.decision;

/** One of the choices that a decision weighs. */
public record Option(String title, Fate fate) {
    /** What became of an option. */
    public enum Fate {
        CHOSEN,
        REJECTED,
        OPEN
    }
}
