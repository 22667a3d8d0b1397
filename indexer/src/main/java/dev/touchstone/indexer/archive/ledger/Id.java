package dev.touchstone.indexer.archive.ledger;

/**
 * The name of a row. Random, so that nobody can tell from it how many others there are, or guess one.
 *
 * @param <T> what is named; it keeps the id of a document from being taken for that of a run
 * @param number not negative
 */
@SuppressWarnings("UnusedTypeParameter") // it is for the compiler only
public record Id<T>(long number) {
    private static final int HEXADECIMAL = 16;

    public Id {
        if (number < 0) throw new IllegalArgumentException("an id below zero: " + number);
    }

    /**
     * An id as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static <T> Id<T> of(String text) {
        if (!text.matches("[0-7][0-9a-f]{15}")) throw new IllegalArgumentException("not an id: " + text);
        return new Id<>(Long.parseLong(text, HEXADECIMAL));
    }

    /** Sixteen hexadecimal digits. */
    @Override
    public String toString() {
        return "%016x".formatted(number);
    }
}
