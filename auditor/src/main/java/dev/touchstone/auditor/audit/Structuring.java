package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Source;

/** Gives what was extracted from a source the one structure that every format becomes. Pure. */
public interface Structuring {
    Document structure(Source source, String sha256, Extracted extracted);
}
