package dev.touchstone.auditor.audit;

import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the audit with its outcome, and the files inside it with theirs.
 *
 * @param path relative to the folder given; of a part {@code container!/part}
 * @param sha256 of the bytes, hexadecimal; empty when they could not be read
 */
public record Entry(String path, String sha256, Outcome outcome, List<Entry> parts) {
    public Entry {
        parts = List.copyOf(parts);
    }

    /** This entry and all those inside it, in order. */
    public Stream<Entry> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Entry::all));
    }
}
