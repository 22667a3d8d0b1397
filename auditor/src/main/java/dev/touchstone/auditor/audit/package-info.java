/** The audit: from sources to outcomes, summary and cells. */
@NullMarked
package dev.touchstone.auditor.audit;

import org.jspecify.annotations.NullMarked;
