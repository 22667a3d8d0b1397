package dev.touchstone.indexer.archive.ledger;

import java.time.Instant;

/** What came of adding bytes to a collection. */
public sealed interface Addition {
    /** They are new here; reading them is waiting to be begun. */
    record Added(Version version) implements Addition {}

    /** The collection had the same bytes; where they stood before, they stand again. */
    record Known(Version version) implements Addition {}

    /** They were erased from the collection, and are not taken again. */
    record Erased(Instant at, String because) implements Addition {}
}
