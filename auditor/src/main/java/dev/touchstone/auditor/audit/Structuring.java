package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Source;
import java.util.List;

/** Gives what was extracted from a source the one structure that every format becomes. Pure. */
public interface Structuring {
    Document structure(Source source, String sha256, Extracted extracted);

    /** The documents of a collection with what only all of them together show; as many, in the same order. */
    default List<Document> together(List<Document> collection) {
        return collection;
    }
}
