/** Turns files of many formats into text with blocks, in worker processes that may die without harm. */
@NullMarked
package dev.touchstone.indexer.extract;

import org.jspecify.annotations.NullMarked;
