@NullMarked
package dev.touchstone.indexer.archive.jobs;

import org.jspecify.annotations.NullMarked;
