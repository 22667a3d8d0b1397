package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Entry;
import java.util.Optional;

/** What a version of a document is in the terms of the present audit: its charter, model and boilerplate. */
public sealed interface Judged {
    /**
     * It was judged in these terms.
     *
     * @param text that the offsets point into; empty when it could not be read
     */
    record Known(Entry entry, Optional<String> text) implements Judged {}

    /**
     * It was not.
     *
     * @param because why, a sentence for a person
     */
    record Unknown(String because) implements Judged {}
}
