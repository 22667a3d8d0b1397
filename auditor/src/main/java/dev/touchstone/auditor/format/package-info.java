/** Formats of decision documents, declared as data: how each is recognised, and what its fields and headings mean. */
@NullMarked
package dev.touchstone.auditor.format;

import org.jspecify.annotations.NullMarked;
