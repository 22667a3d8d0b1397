/** Decisions: the one model that every format becomes. */
@NullMarked
package dev.touchstone.auditor.decision;

import org.jspecify.annotations.NullMarked;
