package dev.touchstone.indexer.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the cells of reStructuredText's drawn tables. */
final class RestructuredTextTables {
    private static final Pattern SIMPLE_BORDER = Pattern.compile("^=++(?: ++=++)++");
    private static final Pattern GRID_BORDER = Pattern.compile("\\+(?:[-=]++\\+)++");
    private static final Pattern SPAN = Pattern.compile("^ *+-[ -]*+");

    private static final int MOST_COLUMNS = 200;

    private RestructuredTextTables() {}

    /** A cell's column from 1 and its words. */
    record Cell(int column, String words) {}

    static boolean isSimpleBorder(String line) {
        return SIMPLE_BORDER.matcher(line.strip()).matches();
    }

    static boolean isGridBorder(String line) {
        return GRID_BORDER.matcher(line.strip()).matches();
    }

    /**
     * The cells of a line of a csv-table, with their quotation marks.
     * Before:  "a, b", c
     * After:   {@code "a, b"} and {@code c}
     */
    static List<String> csv(String line) {
        var cells = new ArrayList<String>();
        var quoted = false;
        var start = 0;
        for (var at = 0; at < line.length() && cells.size() < MOST_COLUMNS - 1; at++) {
            if (line.charAt(at) == '"') quoted = !quoted;
            if (line.charAt(at) != ',' || quoted) continue;
            cells.add(line.substring(start, at));
            start = at + 1;
        }
        cells.add(line.substring(start));
        return cells;
    }

    /** Index of the line after a simple table that begins at {@code start}; {@code start} when it never ends. */
    static int endOfSimple(List<String> lines, int start) {
        var borders = 0;
        for (var index = start; index < lines.size(); index++) {
            if (!isSimpleBorder(lines.get(index))) continue;
            borders++;
            var last = index + 1 >= lines.size() || lines.get(index + 1).isBlank();
            if (borders >= 2 && last) return index + 1;
        }
        return start;
    }

    static int endOfGrid(List<String> lines, int start) {
        var index = start;
        while (index < lines.size()
                && !lines.get(index).isBlank()
                && "+|".indexOf(lines.get(index).strip().charAt(0)) >= 0) index++;
        return index;
    }

    /**
     * Before:  "=====  =====", "Fast   Yes", "Cheap  No,", "       never", "=====  ====="
     * After:   (1, Fast) (2, Yes) (1, Cheap) (2, No, never)
     */
    static List<Cell> simple(List<String> lines) {
        var starts = columnStarts(lines.getFirst());
        var cells = new ArrayList<Cell>();
        var row = empty(starts.size());
        for (var line : lines) {
            if (isSimpleBorder(line) || SPAN.matcher(line).matches()) {
                addRow(row, cells);
                continue;
            }
            // A row goes on while its first column is empty.
            if (!slice(line, starts, 0).isBlank()) addRow(row, cells);
            for (var column = 0; column < starts.size(); column++)
                row.get(column).append(' ').append(slice(line, starts, column));
        }
        addRow(row, cells);
        return cells;
    }

    private static List<Integer> columnStarts(String border) {
        var starts = new ArrayList<Integer>();
        for (var index = 0; index < border.length(); index++)
            if (border.charAt(index) == '=' && (index == 0 || border.charAt(index - 1) != '=')) starts.add(index);
        return starts;
    }

    private static String slice(String line, List<Integer> starts, int column) {
        var from = starts.get(column);
        if (from >= line.length()) return "";
        // Words may run over the border of their column; then they stay whole, in the column where they begin.
        if (from > 0 && line.charAt(from - 1) != ' ') from = nextGap(line, from);
        var last = column + 1 == starts.size() || starts.get(column + 1) >= line.length();
        var to = last ? line.length() : starts.get(column + 1);
        if (!last && line.charAt(to - 1) != ' ') to = nextGap(line, to);
        return from >= to ? "" : line.substring(from, to).strip();
    }

    private static int nextGap(String line, int index) {
        var gap = line.indexOf(' ', index);
        return gap < 0 ? line.length() : gap;
    }

    /** Cells of a grid; a cell over several columns counts as its first. */
    static List<Cell> grid(List<String> lines) {
        var edges = new ArrayList<>(edges(lines));
        var cells = new ArrayList<Cell>();
        if (edges.size() < 2) return cells;
        var row = empty(edges.size() - 1);
        for (var line : lines) {
            if (isGridBorder(line)) addRow(row, cells);
            else addLine(line, edges, row);
        }
        addRow(row, cells);
        return cells;
    }

    private static SortedSet<Integer> edges(List<String> lines) {
        var edges = new TreeSet<Integer>();
        for (var line : lines)
            if (isGridBorder(line))
                for (var index = 0; index < line.length(); index++) if (line.charAt(index) == '+') edges.add(index);
        return edges;
    }

    private static void addLine(String line, List<Integer> edges, List<StringBuilder> row) {
        var column = 0;
        for (var index = 0; index + 1 < edges.size(); index++) {
            var from = edges.get(index);
            if (from >= line.length()) return;
            // Without a bar at its edge, a piece belongs to the cell on its left.
            var bar = "|+".indexOf(line.charAt(from)) >= 0;
            if (bar) column = index;
            var piece = line.substring(bar ? from + 1 : from, Math.min(edges.get(index + 1), line.length()));
            if (!piece.isEmpty() && !piece.chars().allMatch(character -> character == '-' || character == '='))
                row.get(column).append(bar ? " " : "").append(piece);
        }
    }

    private static List<StringBuilder> empty(int columns) {
        var row = new ArrayList<StringBuilder>();
        for (var column = 0; column < columns; column++) row.add(new StringBuilder());
        return row;
    }

    private static void addRow(List<StringBuilder> row, List<Cell> cells) {
        for (var column = 0; column < row.size(); column++) {
            var words = row.get(column).toString().strip();
            if (!words.isEmpty()) cells.add(new Cell(column + 1, words));
            row.get(column).setLength(0);
        }
    }
}
