package dev.touchstone.indexer.extract.text;

import java.util.regex.Pattern;

/**
 * Takes out of Markdown, before it is parsed, what is no Markdown: comments (template instructions), and the tags of site
 * generators that stand on lines of their own. Code stays as it is.
 * Before:  "<!-- Say why. -->\nBecause.\n{% hint %}\nCare.\n{% endhint %}"
 * After:   "\nBecause.\n\nCare.\n"
 */
final class MarkdownLines {
    private static final Pattern FENCE = Pattern.compile("^[\\s>]*+(`{3,}+|~{3,}+)(.*+)");

    private static final Pattern TAG =
            Pattern.compile("^\\s*+(?:\\{%.*+(?<=%\\})\\s*+|<%.*+(?<=%>)\\s*+|:::.*+|!!!.*+|\\[TOC]|\\[\\[_?TOC_?]]"
                    + "|import\\s.*+(?<=['\"]\\s{0,3};?)|export\\s+(?:const|default|let|function)\\s.*+)");

    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";
    private static final String OPEN_EXPRESSION = "{/*";
    private static final String CLOSE_EXPRESSION = "*/}";

    /** Characters of a paragraph. The parser's time grows with their square, so what is longer is parted. */
    private static final int LONGEST_PARAGRAPH = 5_000;

    private final String text;
    private final StringBuilder result;
    private String fence = "";
    private int paragraph;

    private MarkdownLines(String text) {
        this.text = text;
        this.result = new StringBuilder(text.length());
    }

    static String prepare(String text) {
        return new MarkdownLines(text).run();
    }

    private String run() {
        var position = 0;
        while (position < text.length()) {
            var end = text.indexOf('\n', position);
            if (end < 0) end = text.length();
            position = line(position, end);
        }
        return result.toString();
    }

    /** Handles one line, or one and those that a comment reaches into; answers where the next begins. */
    private int line(int start, int end) {
        var line = text.substring(start, end);
        var marker = FENCE.matcher(line);
        if (marker.matches()) toggle(marker.group(1), marker.group(2));
        else if (fence.isEmpty()) {
            var comment = comment(line);
            if (comment >= 0) {
                var close = close(start + comment);
                if (close > 0) return afterComment(start, start + comment, close);
            }
            if (isTag(line)) line = "";
            part(line);
            return end + 1;
        }
        result.append(line).append('\n');
        return end + 1;
    }

    /** Appends a line of prose; between lines, and inside a line at a space, a paragraph ends where it grows too long. */
    private void part(String line) {
        paragraph = line.isBlank() ? 0 : paragraph + line.length();
        if (paragraph > LONGEST_PARAGRAPH && line.length() <= LONGEST_PARAGRAPH) {
            result.append('\n');
            paragraph = line.length();
        }
        var rest = line;
        while (rest.length() > LONGEST_PARAGRAPH) {
            var space = rest.lastIndexOf(' ', LONGEST_PARAGRAPH);
            var cut = space > 0 ? space : LONGEST_PARAGRAPH;
            result.append(rest, 0, cut).append("\n\n");
            rest = rest.substring(cut);
            paragraph = rest.length();
        }
        result.append(rest).append('\n');
    }

    private void toggle(String marker, String rest) {
        if (fence.isEmpty()) {
            // A closing fence of back-ticks on the same line makes it inline code.
            if (marker.charAt(0) == '~' || rest.indexOf('`') < 0) fence = marker;
        } else if (marker.startsWith(fence) && rest.isBlank()) {
            fence = "";
        }
    }

    private static boolean isTag(String line) {
        // The common case costs one look at one character.
        var first = line.stripLeading();
        return !first.isEmpty()
                && "{<:![ie".indexOf(first.charAt(0)) >= 0
                && line.length() < 2_000
                && TAG.matcher(line).matches();
    }

    /** Where a comment begins in the line, outside inline code; -1 for nowhere. */
    private static int comment(String line) {
        if (line.indexOf('<') < 0 && line.indexOf('{') < 0) return -1;
        if (line.startsWith("    ") || line.startsWith("\t")) return -1;
        var code = false;
        for (var index = 0; index < line.length(); index++) {
            var character = line.charAt(index);
            if (character == '`') code = !code;
            else if (!code && (line.startsWith(OPEN, index) || line.startsWith(OPEN_EXPRESSION, index))) return index;
        }
        return -1;
    }

    private int close(int open) {
        var expression = text.startsWith(OPEN_EXPRESSION, open);
        var close = text.indexOf(expression ? CLOSE_EXPRESSION : CLOSE, open + 3);
        return close < 0 ? -1 : close + 3;
    }

    /** A comment on lines of its own leaves an empty line, one inside a line leaves nothing. */
    private int afterComment(int start, int open, int close) {
        result.append(text, start, open);
        var end = text.indexOf('\n', close);
        if (end < 0) end = text.length();
        var before = text.substring(start, open).isBlank();
        var after = text.substring(close, end).isBlank();
        if (!after) return close;
        result.append(before ? "\n" : "");
        result.append('\n');
        return end + 1;
    }
}
