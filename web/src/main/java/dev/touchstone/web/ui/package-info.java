/** The pages: one record for each template, with everything decided that the template shows. */
@NullMarked
package dev.touchstone.web.ui;

import org.jspecify.annotations.NullMarked;
