package dev.touchstone.auditor.decision;

import dev.touchstone.auditor.document.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a document beside its text.
 *
 * @param team empty when unknown
 * @param authors kept for access and minimum sizes only: never scored, never shown
 * @param relations to other records, as found
 * @param origins where each of the fields {@code title, date, team, status, authors} came from
 */
public record Metadata(
        String title,
        Optional<LocalDate> date,
        String team,
        Status status,
        List<String> authors,
        List<Relation> relations,
        Map<String, Field.Origin> origins) {
    public Metadata {
        authors = List.copyOf(authors);
        relations = List.copyOf(relations);
        origins = Map.copyOf(origins);
    }

    /** {@code 2024-05-01} is in {@code 2024-Q2}; no date is in no quarter: empty. */
    public String quarter() {
        return date.map(day -> "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3))
                .orElse("");
    }

    /**
     * A link of this record to another.
     *
     * @param target the other record's path relative to the folder given when it resolves, else as written
     */
    public record Relation(Kind kind, String target) {
        public enum Kind {
            SUPERSEDES,
            SUPERSEDED_BY,
            AMENDS,
            AMENDED_BY
        }
    }
}
