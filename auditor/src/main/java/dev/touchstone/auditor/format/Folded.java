package dev.touchstone.auditor.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: what two writers of the same thing do differently is gone. */
public final class Folded {
    private static final Pattern NUMBERING =
            Pattern.compile("^(?:\\(?\\d{1,4}(?:\\.\\d{1,4}){0,5}[.):]?|\\(?[a-z][.)]|[ivx]{1,5}[.)])\\s+");
    private static final Pattern OPTIONAL = Pattern.compile(" ?[(\\[]optional[)\\]]$");

    private Folded() {}

    /**
     * Lower case, straight quotes and dashes, single spaces, no emphasis marks.
     * <pre>
     * Before:  "Good, because  it’s **cheap**"
     * After:   "good, because it's cheap"
     * </pre>
     */
    public static String of(String text) {
        var folded = new StringBuilder(text.length());
        var lower = text.toLowerCase(Locale.ROOT);
        var space = false;
        for (var at = 0; at < lower.length(); at++) {
            var character = straight(lower.charAt(at));
            if (character == ' ') {
                space = !folded.isEmpty();
            } else if (character != 0) {
                if (space) folded.append(' ');
                space = false;
                folded.append(character);
            }
        }
        return folded.toString();
    }

    /**
     * As {@link #of}, without numbering, signs before the first word and punctuation after the last.
     * <pre>
     * Before:  "2.1 ✅ Decision Drivers (optional):"
     * After:   "decision drivers"
     * </pre>
     */
    public static String heading(String text) {
        var folded = NUMBERING.matcher(withoutSigns(of(text))).replaceFirst("");
        folded = withoutPunctuation(withoutSigns(folded));
        return withoutPunctuation(OPTIONAL.matcher(folded).replaceFirst(""));
    }

    /**
     * The name of a field: hyphens and underscores count as spaces.
     * <pre>
     * Before:  "Superseded-By"
     * After:   "superseded by"
     * </pre>
     */
    public static String name(String text) {
        return of(withoutPunctuation(withoutSigns(of(text))).replace('-', ' ').replace('_', ' '));
    }

    private static char straight(char character) {
        return switch (character) {
            case '\u2018', '\u2019' -> '\'';
            case '\u201c', '\u201d' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
            case '*', '`', '\u00ad', '\u200b', '\u200d', '\ufe0f', '\ufeff' -> 0;
            default -> Character.isWhitespace(character) || Character.isSpaceChar(character) ? ' ' : character;
        };
    }

    private static String withoutSigns(String text) {
        var start = 0;
        while (start < text.length()) {
            var point = text.codePointAt(start);
            if (Character.isLetterOrDigit(point) || point == '(' || point == '"' || point == '\'') break;
            start += Character.charCount(point);
        }
        return start == text.length() ? text : text.substring(start);
    }

    private static String withoutPunctuation(String text) {
        var end = text.length();
        while (end > 0 && ":.;,!- ".indexOf(text.charAt(end - 1)) >= 0) end--;
        return text.substring(0, end);
    }
}
