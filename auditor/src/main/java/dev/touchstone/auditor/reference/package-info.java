/** References: one value in one sentence, with stance, role and evidence. */
@NullMarked
package dev.touchstone.auditor.reference;

import org.jspecify.annotations.NullMarked;
