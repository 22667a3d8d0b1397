package dev.touchstone.web.cli;

import dev.touchstone.models.classify.ArgumentReport;
import dev.touchstone.models.classify.ArgumentReport.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often arguments are recognised rightly, on a terminal. */
final class ArgumentTable {
    private ArgumentTable() {}

    static List<String> lines(ArgumentReport report) {
        var table = new Table("organisation", "sentences", "found", "right", "precision", "95 %");
        report.organisations().forEach((name, counted) -> table.row(cells(name, counted)));
        table.row(cells("drawn at random", report.random()));
        table.row(cells("drawn by terms", report.enriched()));
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add("found: taken to give a concern as its reason; right: labelled with that concern in that role");
        return lines;
    }

    private static Object[] cells(String name, Counted counted) {
        var none = counted.found() == 0;
        return new Object[] {
            name,
            counted.sentences(),
            counted.found(),
            counted.right(),
            none ? "-" : number(counted.precision()),
            none ? "-" : number(counted.low()) + " to " + number(counted.high())
        };
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
