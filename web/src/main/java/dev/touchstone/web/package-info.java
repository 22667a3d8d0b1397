/** The program's start. Apart from the wiring, which the command line uses, so that no packages depend on each other in a circle. */
@NullMarked
package dev.touchstone.web;

import org.jspecify.annotations.NullMarked;
