/** The organisation's values, as it states them. */
@NullMarked
package dev.touchstone.auditor.charter;

import org.jspecify.annotations.NullMarked;
