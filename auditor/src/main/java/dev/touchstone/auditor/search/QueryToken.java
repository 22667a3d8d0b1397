package dev.touchstone.auditor.search;

import dev.touchstone.auditor.BadInput;

/**
 * The smallest piece of a query.
 *
 * @param text of a word, phrase or range without its marks; of a field its name
 * @param at the character it begins with, from 1
 */
record QueryToken(Kind kind, String text, int at) {
    enum Kind {
        WORD,
        PHRASE,
        FIELD,
        RANGE,
        OPEN,
        CLOSE,
        PLUS,
        MINUS,
        AND,
        OR,
        NOT
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Whether this is a word that stands for others, such as {@code encrypt*} and {@code recieve~2}. */
    boolean isOpen() {
        return kind == Kind.WORD && (text.endsWith("*") || text.indexOf('~', Math.max(0, text.length() - 2)) >= 0);
    }

    BadInput wrong(String message) {
        return wrong(at, message);
    }

    static BadInput wrong(int at, String message) {
        return new BadInput("query, character " + at + ": " + message);
    }
}
