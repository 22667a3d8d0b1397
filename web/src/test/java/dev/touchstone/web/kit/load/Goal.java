package dev.touchstone.web.kit.load;

import java.util.Locale;

/**
 * What was measured of a goal.
 * <pre>
 * L1   search p99            212 ms    at most 300 ms    met
 * </pre>
 *
 * @param id as {@code docs/reliability.md} has it
 * @param bar what the figure is held against; empty when it only informs
 */
public record Goal(String id, String what, String figure, String bar, Verdict verdict) {
    /** How the figure stands to its bar. */
    public enum Verdict {
        MET,
        MISSED,
        /** There is no bar. */
        NOTED
    }

    static Goal atMost(String id, String what, double figure, double bar, String unit) {
        return of(id, what, figure, "at most %s %s".formatted(number(bar), unit), unit, figure <= bar);
    }

    static Goal atLeast(String id, String what, double figure, double bar, String unit) {
        return of(id, what, figure, "at least %s %s".formatted(number(bar), unit), unit, figure >= bar);
    }

    static Goal noted(String id, String what, String figure) {
        return new Goal(id, what, figure, "", Verdict.NOTED);
    }

    private static Goal of(String id, String what, double figure, String bar, String unit, boolean met) {
        return new Goal(id, what, number(figure) + " " + unit, bar, met ? Verdict.MET : Verdict.MISSED);
    }

    private static String number(double figure) {
        return figure == Math.rint(figure) ? "%.0f".formatted(figure) : "%.1f".formatted(figure);
    }

    /** In columns. */
    public String line() {
        return "%-4s %-58s %16s   %-22s %s"
                .formatted(
                        id,
                        what,
                        figure,
                        bar,
                        verdict == Verdict.NOTED ? "" : verdict.name().toLowerCase(Locale.ROOT))
                .stripTrailing();
    }
}
