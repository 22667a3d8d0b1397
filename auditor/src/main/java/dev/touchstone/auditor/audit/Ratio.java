package dev.touchstone.auditor.audit;

import java.util.OptionalInt;

/** A quotient of whole numbers in thousandths, half up; without a denominator it is undefined, not zero. */
public record Ratio(long numerator, long denominator) {
    public Ratio {
        if (numerator < 0 || denominator < 0)
            throw new IllegalArgumentException("a negative ratio: " + numerator + "/" + denominator);
    }

    /** Empty when there is nothing to divide by. */
    public OptionalInt thousandths() {
        if (denominator == 0) return OptionalInt.empty();
        return OptionalInt.of(Math.toIntExact((2000 * numerator + denominator) / (2 * denominator)));
    }
}
