/** Finding one's way in an audit: from a number to the decisions and quotations behind it. Pages and API ask the same questions. */
@NullMarked
package dev.touchstone.web.browse;

import org.jspecify.annotations.NullMarked;
