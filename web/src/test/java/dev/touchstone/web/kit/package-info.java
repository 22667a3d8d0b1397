/** Tests from outside: a service in a process of its own, and clients that only trust what it has answered. */
@NullMarked
package dev.touchstone.web.kit;

import org.jspecify.annotations.NullMarked;
