@NullMarked
package dev.touchstone.indexer.search;

import org.jspecify.annotations.NullMarked;
