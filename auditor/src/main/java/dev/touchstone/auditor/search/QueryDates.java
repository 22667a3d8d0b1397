package dev.touchstone.auditor.search;

import dev.touchstone.auditor.search.QueryToken.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads days and stretches of days.
 * <pre>
 * 2024-Q2               2024-04-01 to 2024-06-30
 * [2024-03 TO *]        from 2024-03-01
 * </pre>
 */
final class QueryDates {
    private static final Pattern RANGE = Pattern.compile("^(\\S+)\\s+TO\\s+(\\S+)");
    private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-(?:[Qq]([1-4])|(\\d{2})(?:-(\\d{2}))?))?");
    private static final String REMEDY =
            "write date:2024-05-01, date:2024-05, date:2024-Q2, date:2024 or date:[2024-01-01 TO 2024-06-30]";

    private record Stretch(LocalDate first, LocalDate last) {}

    private QueryDates() {}

    static Condition.Dated dated(QueryToken token) {
        if (!token.is(Kind.RANGE)) {
            var days = days(token, token.text());
            return new Condition.Dated(Optional.of(days.first()), Optional.of(days.last()));
        }
        var range = RANGE.matcher(token.text());
        if (!range.matches()) throw token.wrong("this is not a range of days; " + REMEDY);
        var from = end(token, range.group(1)).map(Stretch::first);
        var to = end(token, range.group(2)).map(Stretch::last);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get()))
            throw token.wrong("the range ends before it begins; write the earlier day first");
        return new Condition.Dated(from, to);
    }

    private static Optional<Stretch> end(QueryToken token, String text) {
        return text.equals("*") ? Optional.empty() : Optional.of(days(token, text));
    }

    private static Stretch days(QueryToken token, String text) {
        var period = PERIOD.matcher(text);
        if (!period.matches()) throw token.wrong(text + " is not a date; " + REMEDY);
        try {
            var year = Integer.parseInt(period.group(1));
            if (period.group(4) != null) {
                var day = LocalDate.of(year, Integer.parseInt(period.group(3)), Integer.parseInt(period.group(4)));
                return new Stretch(day, day);
            }
            if (period.group(3) != null) return months(year, Integer.parseInt(period.group(3)), 1);
            if (period.group(2) != null) return months(year, 3 * Integer.parseInt(period.group(2)) - 2, 3);
            return months(year, 1, 12);
        } catch (DateTimeException _) {
            throw token.wrong(text + " is not a day of the calendar; " + REMEDY);
        }
    }

    private static Stretch months(int year, int first, int count) {
        var month = YearMonth.of(year, first);
        return new Stretch(month.atDay(1), month.plusMonths(count - 1).atEndOfMonth());
    }
}
