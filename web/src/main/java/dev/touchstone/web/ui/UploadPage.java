package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import java.util.List;

/**
 * The form that takes files.
 *
 * @param problem why the last try was refused; empty at first
 * @param limits what may be sent, in a sentence
 * @param collections that the files may join; empty when there is no choice
 */
record UploadPage(Frame frame, String problem, String limits, List<String> collections) {
    static UploadPage of(Reader reader, Audit audit, List<String> collections, String problem, String limits) {
        return new UploadPage(
                Frame.of(reader, audit, "Upload", "/upload"),
                problem,
                limits,
                collections.size() > 1 ? collections : List.of());
    }
}
