package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Paths as people see them, who see several collections as one audit: those of the main collection as they are, others after
 * the collection's name and a colon, which no path of the main one has in its first part.
 * <pre>
 * records    adr/0007.md    adr/0007.md
 * payments   adr/0007.md    payments:adr/0007.md
 * </pre>
 */
final class Naming {
    private Naming() {}

    static String prefix(Collection collection) {
        return collection.name().equals(HomeFolder.MAIN) ? "" : collection.name() + ":";
    }

    static String shown(Collection collection, String path) {
        return prefix(collection) + path;
    }

    /** The path in its collection of a document that people see under this one. */
    static String stored(Collection collection, String shown) {
        return shown.substring(prefix(collection).length());
    }

    /** The one of these collections in which a document is that people see under this path; empty when it is in none. */
    static Optional<Collection> of(List<Collection> collections, String shown) {
        return collections.stream()
                .filter(collection -> shown.startsWith(prefix(collection)))
                .max(Comparator.comparingInt(collection -> prefix(collection).length()));
    }

    static Entry shown(Collection collection, Entry entry) {
        if (prefix(collection).isEmpty()) return entry;
        return new Entry(
                shown(collection, entry.path()),
                entry.sha256(),
                entry.outcome(),
                entry.parts().stream().map(part -> shown(collection, part)).toList());
    }

    static Document shown(Collection collection, Document document) {
        if (prefix(collection).isEmpty()) return document;
        return new Document(
                shown(collection, document.path()),
                document.sha256(),
                document.extracted(),
                document.metadata(),
                document.recognition(),
                document.outline(),
                document.decisions());
    }
}
