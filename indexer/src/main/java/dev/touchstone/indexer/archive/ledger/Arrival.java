package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.indexer.archive.Original;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import java.util.List;

/**
 * Bytes that came for a collection; the {@link dev.touchstone.indexer.archive.Originals} have them already.
 *
 * @param path in the collection; another version, when a document stands there
 * @param name of the file as it was sent, cleaned
 * @param type media type that the sender claimed; empty when none
 * @param given what is known of it from outside: manifest, sidecar, form
 */
public record Arrival(
        Id<Collection> collection, String path, Original original, String name, String type, List<Field> given) {
    private static final int LONGEST_PATH = 600;

    /**
     * Checks the path.
     *
     * @throws BadInput when it is longer than every database can look up
     */
    public Arrival {
        given = List.copyOf(given);
        if (path.length() > LONGEST_PATH)
            throw new BadInput("a path of %d characters; at most %d are kept: %s…"
                    .formatted(path.length(), LONGEST_PATH, path.substring(0, 60)));
    }
}
