package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Least;
import dev.touchstone.auditor.audit.Pipeline;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Structuring;
import dev.touchstone.auditor.document.Extractor;
import dev.touchstone.auditor.reference.Annotator;

/**
 * What reads and scores documents. Its parts cost seconds to open, so they are opened once; whoever opened them closes them.
 *
 * @param version of the program
 * @param readers how many files are read side by side
 * @param least that a group must have for its sums to be shown
 */
public record Engine(
        Extractor extractor, Structuring structuring, Annotator annotator, String version, int readers, Least least) {
    /** The pipeline over these parts. */
    public Pipeline pipeline(Progress progress) {
        return new Pipeline(extractor, structuring, annotator, version, readers, progress);
    }

    Engine with(Annotator other) {
        return new Engine(extractor, structuring, other, version, readers, least);
    }
}
