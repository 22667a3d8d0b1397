package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.format.Folded;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A date as people write it.
 *
 * @param slashed written as numbers with slashes, so that its order is a matter of custom
 * @param proof what it proves about the order of others near it: 13/02 is day first, 02/13 month first
 */
public record DateText(LocalDate date, boolean slashed, Proof proof) {
    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final String MONTH = "(" + MONTHS + ")[a-z]{0,6}";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<![0-9])([12][0-9]{3})([-/.])([0-9]{1,2})\\2([0-9]{1,2})(?![0-9a-su-z])");
    private static final Pattern COMPACT =
            Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9a-su-z])");
    private static final Pattern DAY_MONTH = Pattern.compile("(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ ./-]{1,2}"
            + MONTH + "[ .,/-]{1,3}([0-9]{4}|[0-9]{2})(?![0-9])");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<![a-z])" + MONTH + "[ .-]{1,2}([0-9]{1,2})(?:st|nd|rd|th)?[ .,-]{1,3}([0-9]{4})(?![0-9])");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9./])([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(?![0-9./])");
    /** Two-digit years up to this one are of this century. */
    private static final int PIVOT = 69;

    /** What the parts of a slashed date show about their order. */
    public enum Proof {
        DAY_FIRST,
        MONTH_FIRST,
        NONE
    }

    /** The first date in a text, slashes day first unless that is impossible. */
    public static Optional<DateText> in(String text) {
        return in(text, Proof.DAY_FIRST);
    }

    /** The first date in a text; {@code custom} says how a date like 02/03/2024 is meant. */
    static Optional<DateText> in(String text, Proof custom) {
        var folded = Folded.of(text.length() > 1000 ? text.substring(0, 1000) : text);
        record Found(int at, DateText date) {}
        Stream<Found> found = Stream.concat(
                Stream.of(
                                YEAR_FIRST.matcher(folded).results().map(match -> new Ordered(match, 1, 3, 4)),
                                COMPACT.matcher(folded).results().map(match -> new Ordered(match, 1, 2, 3)),
                                DAY_MONTH.matcher(folded).results().map(match -> new Ordered(match, 3, 2, 1)),
                                MONTH_DAY.matcher(folded).results().map(match -> new Ordered(match, 3, 1, 2)))
                        .flatMap(stream -> stream)
                        .flatMap(ordered -> ordered.date().stream()
                                .map(date -> new Found(ordered.match.start(), new DateText(date, false, Proof.NONE)))),
                NUMBERS.matcher(folded)
                        .results()
                        .flatMap(match -> numbers(match, custom).stream().map(date -> new Found(match.start(), date))));
        return found.min(Comparator.comparingInt(Found::at)).map(Found::date);
    }

    /** What the dates of several texts prove: the custom of a document or a folder. Contradictions prove nothing. */
    static Proof custom(List<DateText> dates) {
        var proofs = dates.stream()
                .map(DateText::proof)
                .filter(proof -> proof != Proof.NONE)
                .distinct()
                .toList();
        return proofs.size() == 1 ? proofs.getFirst() : Proof.DAY_FIRST;
    }

    /** Whether the custom of its neighbours would change it. */
    boolean ambiguous() {
        return slashed && proof == Proof.NONE;
    }

    private record Ordered(MatchResult match, int year, int month, int day) {
        Optional<LocalDate> date() {
            return of(yearOf(match.group(year)), monthOf(match.group(month)), Integer.parseInt(match.group(day)));
        }
    }

    private static Optional<DateText> numbers(MatchResult match, Proof custom) {
        var first = Integer.parseInt(match.group(1));
        var second = Integer.parseInt(match.group(3));
        var year = yearOf(match.group(4));
        var proof = first > 12 ? Proof.DAY_FIRST : second > 12 ? Proof.MONTH_FIRST : Proof.NONE;
        var monthFirst = proof == Proof.MONTH_FIRST || (proof == Proof.NONE && custom == Proof.MONTH_FIRST);
        return (monthFirst ? of(year, first, second) : of(year, second, first))
                .map(date -> new DateText(date, match.group(2).equals("/"), proof));
    }

    private static int monthOf(String text) {
        var name = MONTHS.indexOf(text.toLowerCase(java.util.Locale.ROOT));
        return name >= 0 && Character.isLetter(text.charAt(0)) ? name / 4 + 1 : Integer.parseInt(text);
    }

    private static int yearOf(String text) {
        var year = Integer.parseInt(text);
        if (text.length() > 2) return year;
        return year <= PIVOT ? 2000 + year : 1900 + year;
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException notADay) { // the 31st of February, a version number
            return Optional.empty();
        }
    }
}
