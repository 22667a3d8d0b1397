package dev.touchstone.web.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns; the first column is set left, numbers are set right. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(List.of(heads));
    }

    void row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) row.add(cell.toString());
        rows.add(row);
    }

    List<String> lines() {
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) for (var i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], width(row.get(i)));
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (var i = 0; i < widths.length; i++) {
            var gap = " ".repeat(widths[i] - width(row.get(i)));
            if (i > 0) line.append("  ");
            line.append(i == 0 ? row.get(i) + gap : gap + row.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
