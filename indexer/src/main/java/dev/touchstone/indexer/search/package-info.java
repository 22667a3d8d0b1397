/** Search in one process: the index of an audit in a folder, with Lucene. */
@NullMarked
package dev.touchstone.indexer.search;

import org.jspecify.annotations.NullMarked;
