package dev.touchstone.web.access;

/** What became of somebody's claims. */
public sealed interface Admission {
    record Admitted(Visitor visitor) implements Admission {}

    /** They claimed nothing, or nothing that holds. */
    record Nobody() implements Admission {}

    /** They claimed two things at once, of which one may be another's. */
    record Contradictory(String reason) implements Admission {}
}
