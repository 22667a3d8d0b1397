package dev.touchstone.auditor.format;

/** What a field of a document's metadata is for, whatever a format calls it. */
public enum FieldRole {
    TITLE,
    DATE,
    /** When the document was last changed: says less of the decision than a date in the file's name. */
    MODIFIED,
    STATUS,
    TEAM,
    AUTHORS,
    SUPERSEDES,
    SUPERSEDED_BY,
    AMENDS,
    AMENDED_BY,
    /** Known, so that a list that has it is seen to be metadata, and of no further use: tags, attendance, issue numbers. */
    OTHER
}
