/** Finding values in sentences: signals, trained weights, their training and their evaluation. */
@NullMarked
package dev.touchstone.models.classify;

import org.jspecify.annotations.NullMarked;
