/** Work on documents in the background: restartable, at most two attempts a stage, on one machine or several. */
@NullMarked
package dev.touchstone.indexer.archive.jobs;

import org.jspecify.annotations.NullMarked;
