package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands at one path of a collection, in all its versions.
 *
 * @param deletion present when it is deleted, until it is restored or erased
 */
public record Document(Id<Document> id, Id<Collection> collection, String path, Optional<Deletion> deletion) {
    /** When and why a document was deleted. */
    public record Deletion(Instant at, String because) {}
}
