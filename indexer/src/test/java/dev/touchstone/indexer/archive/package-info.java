@NullMarked
package dev.touchstone.indexer.archive;

import org.jspecify.annotations.NullMarked;
