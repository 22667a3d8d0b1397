/** What can be asked of the index, and the port to it. */
@NullMarked
package dev.touchstone.auditor.search;

import org.jspecify.annotations.NullMarked;
