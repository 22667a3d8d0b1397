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
        List<Cell> cells) {
    public Audit {
        entries = List.copyOf(entries);
        skipped = List.copyOf(skipped);
        cells = List.copyOf(cells);
    }

    /** All entries, with the parts of containers. */
    public Stream<Entry> all() {
        return entries.stream().flatMap(Entry::all);
    }
}
