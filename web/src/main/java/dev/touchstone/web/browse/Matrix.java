package dev.touchstone.web.browse;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Cell;
import dev.touchstone.auditor.charter.Value;
import java.util.List;
import java.util.function.Function;

/**
 * Values by team or by quarter: in how many of a column's decisions each value is at work.
 *
 * @param columns teams or quarters, in order; an empty one is of documents that say none
 */
public record Matrix(List<String> columns, List<Row> rows) {
    /** Fewer decisions than this say nothing about a team or a quarter, and may point at people. */
    private static final int SMALLEST_COLUMN = 5;

    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One value; the tallies are in the order of the columns. */
    public record Row(Value value, List<Tally> tallies) {
        public Row {
            tallies = List.copyOf(tallies);
        }
    }

    /** What a column says about a value. */
    public sealed interface Tally {
        String column();

        record Shown(String column, int atWork, int decisions) implements Tally {}

        /** Too few decisions to say. */
        record TooFew(String column) implements Tally {}
    }

    public static Matrix byTeam(Audit audit) {
        return by(Cell::team, audit);
    }

    public static Matrix byQuarter(Audit audit) {
        return by(Cell::period, audit);
    }

    private static Matrix by(Function<Cell, String> column, Audit audit) {
        var columns = audit.cells().stream().map(column).distinct().sorted().toList();
        var rows = audit.charter().values().stream()
                .map(value -> new Row(
                        value,
                        columns.stream()
                                .map(name -> tally(name, cells(audit, value, column, name)))
                                .toList()))
                .toList();
        return new Matrix(columns, rows);
    }

    private static List<Cell> cells(Audit audit, Value value, Function<Cell, String> column, String name) {
        return audit.cells().stream()
                .filter(cell ->
                        cell.value().equals(value.id()) && column.apply(cell).equals(name))
                .toList();
    }

    private static Tally tally(String column, List<Cell> cells) {
        var decisions = cells.stream().mapToInt(Cell::decisions).sum();
        return decisions < SMALLEST_COLUMN
                ? new Tally.TooFew(column)
                : new Tally.Shown(column, cells.stream().mapToInt(Cell::atWork).sum(), decisions);
    }
}
