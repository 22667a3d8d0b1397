package dev.touchstone.indexer.archive.ledger;

import java.util.List;
import java.util.Map;

/** Erases documents with all that was derived from them. Their hashes and the reason stay. */
public final class Erasing {
    /** What hangs on a version, the leaves first. */
    private static final List<String> DERIVED = List.of(
            "value_references",
            "rollups",
            "audited_authors",
            "audited_decisions",
            "audited_parts",
            "results",
            "artifacts",
            "given_fields",
            "work",
            "job_items");

    private final Transaction transaction;

    Erasing(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Erases every version of a document. Its bytes are referred to no longer; see {@link Documents#isReferred}. */
    public void erase(Document document, String because) {
        var id = document.id().number();
        transaction.indexChanges().mark(document);
        for (var table : DERIVED)
            transaction.change(
                    "delete from %s where version_id in (select id from versions where document_id = ?)"
                            .formatted(table),
                    id);
        transaction.change("""
                insert into erasures (collection_id, sha256, because, erased_at)
                select collection_id, sha256, ?, ? from versions where document_id = ?""", because, transaction.now(), id);
        transaction.change("delete from exceptions where document_id = ?", id);
        transaction.change("delete from versions where document_id = ?", id);
        transaction.change("delete from documents where id = ?", id);
        transaction.done("document.erased", document.id(), Map.of("because", because));
    }
}
