/** The heart of Touchstone: what a decision audit is, in types and pure functions. */
@NullMarked
package dev.touchstone.auditor;

import org.jspecify.annotations.NullMarked;
