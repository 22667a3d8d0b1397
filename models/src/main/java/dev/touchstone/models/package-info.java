/** Language models: sentences in, references out. */
@NullMarked
package dev.touchstone.models;

import org.jspecify.annotations.NullMarked;
