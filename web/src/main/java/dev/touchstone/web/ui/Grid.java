package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Marginals;
import dev.touchstone.auditor.audit.Marginals.Tally;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.search.Facet;
import java.util.ArrayList;
import java.util.List;

/**
 * Values by team or quarter, ready to show.
 *
 * @param columns those in which at least one number may be shown
 * @param leftOut which columns are not shown and why; empty when all are
 */
record Grid(String caption, List<Link> columns, List<Row> rows, String leftOut) {
    private static final int SHADES = 8;

    /** Quarters that fit beside each other: three years, the newest. */
    private static final int QUARTERS = 12;

    /** More names than this say less than their number. */
    private static final int NAMES = 10;

    /** One value. */
    record Row(Link value, List<Field> fields) {}

    /**
     * One number of the grid.
     *
     * @param style a class of the stylesheet: the darker, the larger the share
     */
    record Field(Link share, String counts, String style) {}

    static Grid of(String caption, Marginals marginals, Facet facet) {
        var enough = marginals.groups().stream()
                .filter(column -> isShown(marginals, column))
                .toList();
        var shown = facet == Facet.PERIOD && enough.size() > QUARTERS
                ? enough.subList(enough.size() - QUARTERS, enough.size())
                : enough;
        var columns = shown.stream().map(column -> column(facet, column)).toList();
        var rows = marginals.rows().stream()
                .map(row -> new Row(
                        new Link(row.value().name(), Addresses.value(row.value().id())),
                        row.tallies().stream()
                                .filter(tally -> shown.contains(tally.group()))
                                .map(tally -> field(row.value(), facet, tally))
                                .toList()))
                .toList();
        var tooFew = marginals.groups().stream()
                .filter(column -> !isShown(marginals, column))
                .map(column -> name(facet, column))
                .toList();
        return new Grid(caption, columns, rows, leftOut(tooFew, enough.size() - shown.size()));
    }

    private static String leftOut(List<String> tooFew, int earlier) {
        var sentences = new ArrayList<String>();
        if (earlier > 0) sentences.add("%s before these not shown.".formatted(Numbers.of(earlier, "quarter")));
        if (!tooFew.isEmpty())
            sentences.add("Too few to say: "
                    + (tooFew.size() > NAMES ? tooFew.size() + " others." : String.join(", ", tooFew) + "."));
        return String.join(" ", sentences);
    }

    boolean anythingToShow() {
        return !columns.isEmpty();
    }

    private static boolean isShown(Marginals marginals, String column) {
        return marginals.rows().stream()
                .flatMap(row -> row.tallies().stream())
                .anyMatch(tally -> tally.group().equals(column) && tally instanceof Tally.Shown);
    }

    private static Link column(Facet facet, String column) {
        var href = column.isEmpty()
                ? ""
                : dev.touchstone.web.browse.Question.ALL.with(facet, column).address(Addresses.DECISIONS);
        return new Link(name(facet, column), href);
    }

    private static String name(Facet facet, String column) {
        if (!column.isEmpty()) return column;
        return facet == Facet.TEAM ? "no team" : "no date";
    }

    private static Field field(Value value, Facet facet, Tally tally) {
        return switch (tally) {
            case Tally.TooFew _ -> new Field(Link.plain("too few"), "", "too-few");
            case Tally.Shown shown ->
                new Field(
                        new Link(Numbers.percent(shown.atWork(), shown.decisions()), address(value, facet, shown)),
                        shown.atWork() + " of " + shown.decisions(),
                        "shade-" + SHADES * shown.atWork() / shown.decisions());
        };
    }

    private static String address(Value value, Facet facet, Tally.Shown shown) {
        if (shown.group().isEmpty() || shown.atWork() == 0) return "";
        return Addresses.atWork(value.id()).with(facet, shown.group()).address(Addresses.DECISIONS);
    }
}
