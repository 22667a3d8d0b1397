/** Who may do what: visitors, deeds, and the one table that joins routes and roles. What is not in it is refused. */
@NullMarked
package dev.touchstone.web.access;

import org.jspecify.annotations.NullMarked;
