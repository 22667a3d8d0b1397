/** Pure readers of the text formats in which decision records are written: characters in, blocks and fields out. */
@NullMarked
package dev.touchstone.indexer.extract.text;

import org.jspecify.annotations.NullMarked;
