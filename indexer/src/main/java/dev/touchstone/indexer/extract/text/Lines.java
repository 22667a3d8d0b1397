package dev.touchstone.indexer.extract.text;

import java.util.ArrayList;
import java.util.List;

/** Lines of formats in which indentation means something. */
final class Lines {
    private static final int TAB = 8;

    private Lines() {}

    /** Lines without white space at their ends, tabs as spaces. */
    static List<String> of(String text) {
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> lines.add(expand(line).stripTrailing()));
        return lines;
    }

    static int indent(String line) {
        var indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') indent++;
        return indent;
    }

    /** Without the first columns, or without the white space that there is. */
    static String cut(String line, int columns) {
        return line.substring(Math.min(columns, indent(line)));
    }

    /** Without the indentation that all of them share. */
    static List<String> dedent(List<String> lines) {
        var least = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(Lines::indent)
                .min()
                .orElse(0);
        return lines.stream().map(line -> cut(line, least)).toList();
    }

    private static String expand(String line) {
        if (line.indexOf('\t') < 0) return line;
        var result = new StringBuilder();
        for (var index = 0; index < line.length(); index++) {
            var character = line.charAt(index);
            if (character != '\t') result.append(character);
            else result.append(" ".repeat(TAB - result.length() % TAB));
        }
        return result.toString();
    }
}
