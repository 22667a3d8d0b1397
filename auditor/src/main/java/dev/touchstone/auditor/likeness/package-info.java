/** How much of their wording two texts have in common. */
@NullMarked
package dev.touchstone.auditor.likeness;

import org.jspecify.annotations.NullMarked;
