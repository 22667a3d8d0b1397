package dev.touchstone.auditor.reference;

/** How what a sentence describes bears on a value; not the author's mood. */
public enum Stance {
    UPHOLDS,
    COMPROMISES,
    NEUTRAL
}
