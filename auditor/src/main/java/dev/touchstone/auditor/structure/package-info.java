/** From text with blocks to the one decision model: a pure step, steered by the declared formats. */
@NullMarked
package dev.touchstone.auditor.structure;

import org.jspecify.annotations.NullMarked;
