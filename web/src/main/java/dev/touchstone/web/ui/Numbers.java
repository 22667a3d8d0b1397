package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Ratio;
import dev.touchstone.auditor.reference.Confidence;

/** Numbers as a reader sees them, the same in every locale. */
final class Numbers {
    /** Below this many, a share or an index says nothing. */
    static final int ENOUGH = 5;

    static final String TOO_FEW = "too few to say";

    private static final char NARROW_SPACE = '\u202f';

    private Numbers() {}

    /** {@code 12345} is "12,345". */
    static String whole(long number) {
        var digits = new StringBuilder(Long.toString(number));
        for (var place = digits.length() - 3; place > 0; place -= 3) digits.insert(place, ',');
        return digits.toString();
    }

    /** A share in whole per cent, half up: 41 of 94 is "44 %". */
    static String percent(int part, int whole) {
        return whole == 0 ? "–" : "%d%c%%".formatted(hundredths(part, whole), NARROW_SPACE);
    }

    static int hundredths(int part, int whole) {
        return whole == 0 ? 0 : (200 * part + whole) / (2 * whole);
    }

    /** Three decimals; a dash when undefined. */
    static String ratio(Ratio ratio) {
        var thousandths = ratio.thousandths();
        return thousandths.isEmpty()
                ? "–"
                : "%d.%03d".formatted(thousandths.getAsInt() / 1000, thousandths.getAsInt() % 1000);
    }

    /** One decimal, half up; a dash when undefined. */
    static String tenths(Ratio ratio) {
        var thousandths = ratio.thousandths();
        if (thousandths.isEmpty()) return "–";
        var tenths = (thousandths.getAsInt() + 50) / 100;
        return "%d.%d".formatted(tenths / 10, tenths % 10);
    }

    /** {@code 831} permille is ".83". */
    static String confidence(Confidence confidence) {
        return confidence.permille() == 1000
                ? "1.0"
                : ".%02d".formatted(Math.min(99, (confidence.permille() + 5) / 10));
    }

    /** "1 decision", "2 decisions". */
    static String of(int number, String thing) {
        return whole(number) + " " + (number == 1 ? thing : thing + "s");
    }

    /** The small numbers in words, as a headline wants them. */
    static String spelled(int number) {
        return switch (number) {
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "three";
            case 4 -> "four";
            case 5 -> "five";
            case 6 -> "six";
            case 7 -> "seven";
            case 8 -> "eight";
            case 9 -> "nine";
            default -> whole(number);
        };
    }
}
