/** The archive: originals by the hash of their bytes, the ledger that knows them, and the work that is done on them. */
@NullMarked
package dev.touchstone.indexer.archive;

import org.jspecify.annotations.NullMarked;
