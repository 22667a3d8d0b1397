package dev.touchstone.auditor.search;

/** The properties that results can be narrowed by and counted by. */
public enum Facet {
    VALUE,
    STANCE,
    EFFECT,
    ROLE,
    ABOUT,
    TEAM,
    /** Normal form of the record's status. */
    STATUS,
    FORMAT,
    /** Kind of the section. */
    SECTION,
    /** A quarter such as {@code 2024-Q2}. */
    PERIOD
}
