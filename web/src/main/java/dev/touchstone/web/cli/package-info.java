/** The command line: one class a command, and what it prints. The only place that touches the standard streams. */
@NullMarked
package dev.touchstone.web.cli;

import org.jspecify.annotations.NullMarked;
