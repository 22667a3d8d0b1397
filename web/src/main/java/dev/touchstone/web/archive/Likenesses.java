package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.likeness.Sketch;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.web.app.Alike;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which documents have nearly the same text. A document is compared with each of those that the viewer may see: its sketch with
 * theirs, which takes a millisecond for some thousand. The sketch of a text is made when it is first needed and kept in memory:
 * the bytes behind a hash never change. Safe from several threads.
 */
final class Likenesses {
    private static final Comparator<Alike> LIKEST_FIRST =
            Comparator.comparingInt(Alike::hundredths).reversed().thenComparing(Alike::path);

    private final Shelves shelves;
    /** By the hash of a file; empty when its text is too short to compare. */
    private final Map<String, Optional<Sketch>> sketches = new ConcurrentHashMap<>();

    Likenesses(Shelves shelves) {
        this.shelves = shelves;
    }

    /** The documents of an audit with nearly the same text as the one at a path, the likest first. */
    List<Alike> of(List<Collection> collections, Audit audit, String path) {
        return audit.all()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .flatMap(entry -> sketch(collections, entry))
                .map(sketch -> audit.all()
                        .filter(entry -> !entry.path().equals(path))
                        .flatMap(entry -> alike(sketch, entry, sketch(collections, entry)))
                        .sorted(LIKEST_FIRST)
                        .toList())
                .orElse(List.of());
    }

    private static Stream<Alike> alike(Sketch sketch, Entry entry, Optional<Sketch> other) {
        return other.map(sketch::likeness).filter(hundredths -> hundredths >= Sketch.NEARLY).stream()
                .map(hundredths -> new Alike(entry.path(), hundredths));
    }

    private Optional<Sketch> sketch(List<Collection> collections, Entry entry) {
        if (entry.outcome() instanceof Failed) return Optional.empty();
        var known = sketches.get(entry.sha256());
        if (known != null) return known;
        var text = text(collections, entry);
        if (text.isEmpty()) return Optional.empty();
        var made = Sketch.of(text.get());
        sketches.put(entry.sha256(), made);
        return made;
    }

    /** Of what is damaged its own page says so; until it is mended it is like nothing. */
    private Optional<String> text(List<Collection> collections, Entry entry) {
        try {
            return shelves.text(collections, entry.sha256());
        } catch (Damaged _) {
            return Optional.empty();
        }
    }
}
