/** What the references of a decision add up to. */
@NullMarked
package dev.touchstone.auditor.score;

import org.jspecify.annotations.NullMarked;
