@NullMarked
package dev.touchstone.indexer.archive.ledger;

import org.jspecify.annotations.NullMarked;
