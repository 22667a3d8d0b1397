package dev.touchstone.web.json;

import dev.touchstone.models.classify.ArgumentReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often arguments are recognised rightly, as JSON has it: figures with three decimals, half up.
 *
 * @param random sentences drawn at random
 * @param enriched sentences drawn because a term occurs in them
 */
public record ArgumentForm(SortedMap<String, Counted> orgs, Counted random, Counted enriched) {
    /** Sentences counted; precision is right ÷ found, with its 95 % interval. */
    public record Counted(int sentences, int found, int right, BigDecimal precision, BigDecimal low, BigDecimal high) {}

    /** The report in the form that is written. */
    public static ArgumentForm of(ArgumentReport report) {
        var organisations = new TreeMap<String, Counted>();
        report.organisations().forEach((name, counted) -> organisations.put(name, counted(counted)));
        return new ArgumentForm(organisations, counted(report.random()), counted(report.enriched()));
    }

    private static Counted counted(ArgumentReport.Counted counted) {
        return new Counted(
                counted.sentences(),
                counted.found(),
                counted.right(),
                rounded(counted.precision()),
                rounded(counted.low()),
                rounded(counted.high()));
    }

    private static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(3, RoundingMode.HALF_UP);
    }
}
