/** A language model behind an address of the organisation's own, as a judge of doubtful sentences. Off unless set. */
@NullMarked
package dev.touchstone.web.endpoint;

import org.jspecify.annotations.NullMarked;
