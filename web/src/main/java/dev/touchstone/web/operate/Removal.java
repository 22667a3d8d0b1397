package dev.touchstone.web.operate;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Document;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.archive.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Takes documents out of sight, brings them back, or erases them for good, also beside a service. Each act is in the audit log. */
public final class Removal {
    private final Ledger ledger;
    private final String collection;
    private final Retention retention;

    /** @param collection name of the one that the documents are in */
    public Removal(Ledger ledger, String collection, Retention retention) {
        this.ledger = ledger;
        this.collection = collection;
        this.retention = retention;
    }

    /**
     * Takes a document out of sight.
     *
     * @return the last day on which it can be restored
     * @throws BadInput when there is no such document
     */
    public LocalDate delete(String path, String because) {
        var reason = reason(because);
        return ledger.write(Viewer.local("").caller(), transaction -> {
            var document = find(transaction, path);
            transaction.documents().delete(document, reason);
            var deleted = find(transaction, path).deletion().orElseThrow();
            return LocalDate.ofInstant(lastMoment(deleted), ZoneOffset.UTC);
        });
    }

    private Instant lastMoment(Document.Deletion deletion) {
        return deletion.at().plus(retention.deleted());
    }

    /**
     * Brings a deleted document back.
     *
     * @throws BadInput when there is none, or it is not deleted
     */
    public void restore(String path) {
        ledger.act(Viewer.local("").caller(), transaction -> {
            var document = find(transaction, path);
            if (document.deletion().isEmpty()) throw new BadInput(path + ": it is not deleted; nothing to restore");
            transaction.documents().restore(document);
        });
    }

    /**
     * Erases a document in all its versions. Their hashes and the reason stay; the bytes go when nobody refers to them.
     *
     * @return how many versions there were
     * @throws BadInput when there is no such document
     */
    public int purge(String path, String because) {
        var reason = reason(because);
        return ledger.write(Viewer.local("").caller(), transaction -> {
            var document = find(transaction, path);
            var versions = transaction.documents().versions(document).size();
            transaction.erasing().erase(document, reason);
            return versions;
        });
    }

    private Document find(Transaction transaction, String path) {
        var known = transaction
                .collections()
                .find(collection)
                .orElseThrow(() -> new BadInput("--collection: there is no collection " + collection));
        return find(transaction, known, path);
    }

    private static Document find(Transaction transaction, Collection collection, String path) {
        return transaction
                .documents()
                .at(collection.id(), path)
                .orElseThrow(() -> new BadInput(
                        "%s: there is no such document in the collection %s; give its path as the audit shows it"
                                .formatted(path, collection.name())));
    }

    private static String reason(String because) {
        if (because.isBlank()) throw new BadInput("--because: give a reason; it stays in the audit log");
        return because.strip();
    }
}
