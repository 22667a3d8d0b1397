package dev.touchstone.auditor.document;

/**
 * A piece of a document's text that stands by itself: no sentence crosses its border.
 *
 * @param level of a heading 1 to 6 (the title is 1); of a list item its depth from 1; of a table cell its column from 1, so
 *     that a new row begins where the column falls; else 0
 * @param page from 1 where the format has pages, else 0
 */
public record Block(Kind kind, int level, Span span, int page) {
    /** What a block is in its document. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST_ITEM,
        TABLE_CELL,
        QUOTATION,
        CODE
    }
}
