package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import java.util.List;

/**
 * Documents whose entry in the search index is not what the ledger says. The index is derived: whoever keeps it takes these,
 * looks up what each document is now, publishes that, and then says which were applied. After a crash between the two it does
 * the same again.
 */
public final class IndexChanges {
    private final Transaction transaction;

    IndexChanges(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A document to be looked up anew; one that is no longer in the ledger is to be taken out.
     *
     * @param revision grows whenever the document changes again
     */
    public record Change(Id<Document> document, Id<Collection> collection, String path, long revision) {}

    /** Says that a document's entry has to be made anew. */
    void mark(Document document) {
        transaction.change("""
                insert into index_changes (document_id, collection_id, path, revision) values (?, ?, ?, 1)
                on conflict (document_id) do update set revision = index_changes.revision + 1""", document.id().number(), document.collection().number(), document.path());
    }

    /** Says that all entries of a collection have to be made anew, as when its index is lost. */
    public void markAll(Id<Collection> collection) {
        transaction.change("""
                insert into index_changes (document_id, collection_id, path, revision)
                select id, collection_id, path, 1 from documents where collection_id = ?
                on conflict (document_id) do update set revision = index_changes.revision + 1""", collection.number());
    }

    /** Some of what is to be done for a collection. */
    public List<Change> pending(Id<Collection> collection, int limit) {
        return transaction.list(
                "select document_id, collection_id, path, revision from index_changes where collection_id = ? order by document_id limit ?",
                (row, _) -> new Change(
                        new Id<>(row.getLong(1)), new Id<>(row.getLong(2)), row.getString(3), row.getLong(4)),
                collection.number(),
                limit);
    }

    /** Says that the index has these changes, durably. What has changed again since stays to be done. */
    public void applied(List<Change> changes) {
        for (var change : changes) {
            var id = change.document().number();
            var rows = transaction.change(
                    "delete from index_changes where document_id = ? and revision = ?", id, change.revision());
            if (rows > 0) transaction.change("""
                        update work set stage = 'DONE', changed_at = ?
                        where stage = 'INDEX' and version_id in (select id from versions where document_id = ?)""", transaction.now(), id);
        }
    }
}
