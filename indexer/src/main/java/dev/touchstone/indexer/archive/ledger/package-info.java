/** The ledger: what is known of documents, runs and people, in SQL on SQLite or PostgreSQL. */
@NullMarked
package dev.touchstone.indexer.archive.ledger;

import org.jspecify.annotations.NullMarked;
