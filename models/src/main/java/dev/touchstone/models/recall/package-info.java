/** What language models said of texts, kept so that they need not be asked again whatever the charter. */
@NullMarked
package dev.touchstone.models.recall;

import org.jspecify.annotations.NullMarked;
