package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.decision.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts back what the stored form of an entry leaves out: who wrote it. As hashes, which are enough to tell how many people there
 * are and name nobody.
 */
final class StoredAuthors {
    private static final int DIGITS = 16;

    private final Map<Integer, List<String>> hashes;
    private int number;

    private StoredAuthors(Map<Integer, List<String>> hashes) {
        this.hashes = hashes;
    }

    /**
     * The entry with its authors.
     *
     * @param hashes by the number of the part, in the order of {@link Entry#all}
     */
    static Entry in(Entry entry, Map<Integer, List<String>> hashes) {
        return hashes.isEmpty() ? entry : new StoredAuthors(hashes).next(entry);
    }

    private Entry next(Entry entry) {
        var own = hashes.getOrDefault(number, List.of());
        number++;
        var parts = new ArrayList<Entry>();
        for (var part : entry.parts()) parts.add(next(part));
        var outcome = entry.outcome() instanceof Audited audited ? with(audited, own) : entry.outcome();
        return new Entry(entry.path(), entry.sha256(), outcome, parts);
    }

    private static Audited with(Audited audited, List<String> hashes) {
        var known = audited.metadata();
        var authors = hashes.stream().map(hash -> hash.substring(0, DIGITS)).toList();
        return new Audited(
                new Metadata(
                        known.title(),
                        known.date(),
                        known.team(),
                        known.status(),
                        authors,
                        known.relations(),
                        known.origins()),
                audited.recognition(),
                audited.extent(),
                audited.scored(),
                audited.limits());
    }
}
