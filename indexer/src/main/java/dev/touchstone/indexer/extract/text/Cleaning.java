package dev.touchstone.indexer.extract.text;

import java.text.Normalizer;

/**
 * Makes text safe to keep, to index and to show: no characters that databases refuse, that reorder what a reader sees, or
 * that hide words from them.
 * Before:  "Pay\u0000 \u202Eevil\r\n cafe\u0301"
 * After:   "Pay ␦evil\n café"
 */
public final class Cleaning {
    /** What stands where a bidirectional control stood: a reader should see that something was there. */
    private static final char MARK = '␦';

    /** UAX #15 calls text with at most so many combining marks in a row stream-safe; more makes normalising quadratic. */
    private static final int LONGEST_RUN_OF_MARKS = 30;

    private Cleaning() {}

    /** Removes NUL, lone surrogates and invisible controls, marks bidirectional controls, and composes (NFC). Idempotent. */
    public static String clean(String text) {
        if (isPlain(text)) return text;
        var stripped = cutMarks(strip(text));
        return Normalizer.isNormalized(stripped, Normalizer.Form.NFC)
                ? stripped
                : cutMarks(Normalizer.normalize(stripped, Normalizer.Form.NFC));
    }

    private static boolean isPlain(String text) {
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (character > 0x7E || (character < ' ' && character != '\n' && character != '\t')) return false;
        }
        return true;
    }

    private static String strip(String text) {
        var result = new StringBuilder(text.length());
        for (var index = 0; index < text.length(); ) {
            var point = text.codePointAt(index);
            index += Character.charCount(point);
            if (point == '\r') {
                result.append('\n');
                if (index < text.length() && text.charAt(index) == '\n') index++;
            } else {
                append(result, point);
            }
        }
        return result.toString();
    }

    private static void append(StringBuilder result, int point) {
        if (isBidirectionalControl(point)) result.append(MARK);
        else if (point == '\u2028' || point == '\u2029' || point == '\f' || point == '\u000B' || point == '\u0085')
            result.append('\n');
        else if (!isInvisible(point)) result.appendCodePoint(point);
    }

    private static boolean isBidirectionalControl(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t';
            case Character.SURROGATE -> true;
            // Joiners stay: emoji and several scripts need them.
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            case Character.UNASSIGNED -> (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
            default -> false;
        };
    }

    private static String cutMarks(String text) {
        var result = new StringBuilder(text.length());
        var run = 0;
        for (var index = 0; index < text.length(); ) {
            var point = text.codePointAt(index);
            index += Character.charCount(point);
            run = isMark(point) ? run + 1 : 0;
            if (run <= LONGEST_RUN_OF_MARKS) result.appendCodePoint(point);
        }
        return result.toString();
    }

    private static boolean isMark(int point) {
        var type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
