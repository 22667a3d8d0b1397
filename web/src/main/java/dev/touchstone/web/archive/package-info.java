/** A home: documents of many people, scored in the background, kept, and shown as one audit to each who may see them. */
@NullMarked
package dev.touchstone.web.archive;

import org.jspecify.annotations.NullMarked;
