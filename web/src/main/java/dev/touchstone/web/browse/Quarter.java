package dev.touchstone.web.browse;

import java.time.LocalDate;
import java.util.Optional;

/** The quarter of a day, as the audit's cells name it. */
public final class Quarter {
    private Quarter() {}

    /** {@code 2024-05-01} is in {@code 2024-Q2}; no date is in no quarter. */
    public static String of(Optional<LocalDate> date) {
        return date.map(day -> "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3))
                .orElse("");
    }
}
