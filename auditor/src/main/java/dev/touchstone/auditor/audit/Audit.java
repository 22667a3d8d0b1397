package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.charter.Charter;
import java.util.List;
import java.util.stream.Stream;

/** A whole decision audit: every file with its outcome, and what they add up to. */
public record Audit(
        Charter charter,
        Provenance provenance,
        List<Entry> entries,
        List<Skipped> skipped,
        Summary summary,
        List<Cell> cells,
        UnnamedReasons unnamed) {
    public Audit {
        entries = List.copyOf(entries);
        skipped = List.copyOf(skipped);
        cells = List.copyOf(cells);
    }

    /** An audit of these entries: what they add up to is computed here, and only here. */
    public static Audit of(Charter charter, Provenance provenance, List<Entry> entries, List<Skipped> skipped) {
        return new Audit(
                charter,
                provenance,
                entries,
                skipped,
                Summaries.summary(charter, entries),
                Summaries.cells(charter, entries),
                UnnamedReasons.of(provenance.bundles(), entries));
    }

    public Marginals byTeam() {
        return Marginals.by(Cell::team, charter, cells);
    }

    public Marginals byPeriod() {
        return Marginals.by(Cell::period, charter, cells);
    }

    /** All entries, with the parts of containers. */
    public Stream<Entry> all() {
        return entries.stream().flatMap(Entry::all);
    }
}
