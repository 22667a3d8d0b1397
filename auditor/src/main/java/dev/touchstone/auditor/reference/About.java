package dev.touchstone.auditor.reference;

/** What it is that a sentence describes: the choice made, one turned down, today's state, or nothing in particular. */
public enum About {
    CHOSEN,
    REJECTED,
    TODAY,
    GENERAL
}
