/** What became of a document's references from one version to another. */
@NullMarked
package dev.touchstone.auditor.change;

import org.jspecify.annotations.NullMarked;
