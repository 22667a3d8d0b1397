/** A second opinion on whether a sentence bears on a value: the port, and what goes through it. */
@NullMarked
package dev.touchstone.models.judge;

import org.jspecify.annotations.NullMarked;
