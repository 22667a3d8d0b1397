package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Values by team or by period: in how many of a group's decisions each value is at work. A group can be large enough to show
 * though none of its cells is.
 *
 * @param groups teams or quarters, in order; an empty one is of documents that say none
 * @param rows in the charter's order
 */
public record Marginals(List<String> groups, List<Row> rows) {
    public Marginals {
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
    }

    /** One value; the tallies are in the order of the groups. */
    public record Row(Value value, List<Tally> tallies) {
        public Row {
            tallies = List.copyOf(tallies);
        }
    }

    /** What a group says about a value. */
    public sealed interface Tally {
        String group();

        record Shown(String group, int decisions, int atWork) implements Tally {}

        /** Smaller than {@link Least}, or of use to compute one that is. */
        record TooFew(String group) implements Tally {}
    }

    /**
     * Sums of cells.
     *
     * @param isHidden the groups that are not shown
     */
    static Marginals by(Function<Cell, String> group, Charter charter, List<Cell> cells, Predicate<String> isHidden) {
        var groups = cells.stream().map(group).distinct().sorted().toList();
        var rows = charter.values().stream()
                .map(value -> new Row(
                        value,
                        groups.stream()
                                .map(name -> tally(
                                        name,
                                        isHidden.test(name),
                                        cells.stream()
                                                .filter(cell -> cell.value().equals(value.id())
                                                        && group.apply(cell).equals(name))
                                                .toList()))
                                .toList()))
                .toList();
        return new Marginals(groups, rows);
    }

    private static Tally tally(String group, boolean isHidden, List<Cell> cells) {
        return isHidden
                ? new Tally.TooFew(group)
                : new Tally.Shown(
                        group,
                        cells.stream().mapToInt(Cell::decisions).sum(),
                        cells.stream().mapToInt(Cell::atWork).sum());
    }
}
