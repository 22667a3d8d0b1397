/** What the load kit measures of the packaged service, each part with the goals that it answers. */
@NullMarked
package dev.touchstone.web.kit.load;

import org.jspecify.annotations.NullMarked;
