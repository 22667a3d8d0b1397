/** The audit as files: audit.json and references.csv, with records of their own so that the wire stays when the domain moves. */
@NullMarked
package dev.touchstone.web.json;

import org.jspecify.annotations.NullMarked;
