/** Documents as text with blocks, and where they come from. */
@NullMarked
package dev.touchstone.auditor.document;

import org.jspecify.annotations.NullMarked;
