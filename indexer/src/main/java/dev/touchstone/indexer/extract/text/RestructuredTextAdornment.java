package dev.touchstone.indexer.extract.text;

import java.util.List;

/** The lines of equal marks that stand under a title, or above and under it, or between sections. */
final class RestructuredTextAdornment {
    private static final int LEAST = 2;

    private static final String ADORNMENTS = "=-`:.'\"~^_*+#<>!$%&(),/;?@[]{}|\\";

    private RestructuredTextAdornment() {}

    /** Whether a mark may be an adornment's. */
    static boolean isMark(char mark) {
        return ADORNMENTS.indexOf(mark) >= 0;
    }

    /** Whether three lines from here on are a title between two adornments. */
    static boolean isOverline(List<String> body, int index) {
        if (index + 2 >= body.size()) return false;
        var over = body.get(index);
        var under = body.get(index + 2);
        var words = body.get(index + 1);
        return isAdornment(over)
                && over.length() >= 3
                && isAdornment(under)
                && over.charAt(0) == under.charAt(0)
                && !words.isBlank()
                && !isAdornment(words)
                && Math.abs(over.length() - under.length()) <= 3;
    }

    /** Whether a line is nothing but one mark. */
    static boolean isAdornment(String line) {
        if (line.length() < LEAST || ADORNMENTS.indexOf(line.charAt(0)) < 0) return false;
        for (var index = 1; index < line.length(); index++) if (line.charAt(index) != line.charAt(0)) return false;
        return true;
    }
}
