package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.charter.Charter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole decision audit: every file with its outcome, and what they add up to.
 *
 * @param least by which it was settled which sums are shown
 */
public record Audit(
        Charter charter,
        Provenance provenance,
        List<Entry> entries,
        List<Skipped> skipped,
        Summary summary,
        List<Cell> cells,
        Marginals byTeam,
        Marginals byPeriod,
        UnnamedReasons unnamed,
        Least least) {
    public Audit {
        entries = List.copyOf(entries);
        skipped = List.copyOf(skipped);
        cells = List.copyOf(cells);
    }

    /** An audit of these entries, with the usual least for what is shown. */
    public static Audit of(Charter charter, Provenance provenance, List<Entry> entries, List<Skipped> skipped) {
        return of(charter, provenance, entries, skipped, Least.USUAL);
    }

    /** An audit of these entries: what they add up to is computed here, and only here. */
    public static Audit of(
            Charter charter, Provenance provenance, List<Entry> entries, List<Skipped> skipped, Least least) {
        var groups = Groups.of(entries, least);
        var cells = groups.cells(charter);
        return new Audit(
                charter,
                provenance,
                entries,
                skipped,
                Summaries.summary(charter, entries),
                cells,
                Marginals.by(Cell::team, charter, cells, groups::hidesTeam),
                Marginals.by(Cell::period, charter, cells, groups::hidesPeriod),
                UnnamedReasons.of(provenance.bundles(), entries),
                least);
    }

    /** The same of other entries. */
    public Audit with(List<Entry> others, List<Skipped> otherSkipped) {
        return of(charter, provenance, others, otherSkipped, least);
    }

    /** The same with another least for what is shown. */
    public Audit with(Least other) {
        return other.equals(least) ? this : of(charter, provenance, entries, skipped, other);
    }

    /** All entries, with the parts of containers. */
    public Stream<Entry> all() {
        return entries.stream().flatMap(Entry::all);
    }
}
