package dev.touchstone.auditor.search;

import dev.touchstone.auditor.BadInput;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that somebody asks about.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive; not before the first, which is {@link BadInput}
 */
public record Days(Optional<LocalDate> from, Optional<LocalDate> to) {
    /** No bound at all. */
    public static final Days ANY = new Days(Optional.empty(), Optional.empty());

    public Days {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get()))
            throw new BadInput("the first day, %s, is after the last, %s; give the earlier one first"
                    .formatted(from.get(), to.get()));
    }

    /** Whether a day is inside; what has no date is inside only when no bound is given. */
    public boolean contain(Optional<LocalDate> day) {
        if (from.isEmpty() && to.isEmpty()) return true;
        return day.isPresent()
                && from.map(first -> !day.get().isBefore(first)).orElse(true)
                && to.map(last -> !day.get().isAfter(last)).orElse(true);
    }
}
