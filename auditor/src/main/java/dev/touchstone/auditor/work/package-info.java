/** Work that goes on while people wait for something else. */
@NullMarked
package dev.touchstone.auditor.work;

import org.jspecify.annotations.NullMarked;
