/** The service: routes of pages and API, and the border that guards them. */
@NullMarked
package dev.touchstone.web.http;

import org.jspecify.annotations.NullMarked;
