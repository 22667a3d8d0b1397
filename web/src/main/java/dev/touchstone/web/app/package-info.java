/** Wiring: settings, charters and formats from files, homes, and the main method. The only place that sees all modules. */
@NullMarked
package dev.touchstone.web.app;

import org.jspecify.annotations.NullMarked;
