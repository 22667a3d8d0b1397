/** How often an audit is right, measured at places that a person has judged. */
@NullMarked
package dev.touchstone.auditor.measure;

import org.jspecify.annotations.NullMarked;
