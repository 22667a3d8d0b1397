/** Doubles for the tests of pages and service. */
@NullMarked
package dev.touchstone.web.testing;

import org.jspecify.annotations.NullMarked;
