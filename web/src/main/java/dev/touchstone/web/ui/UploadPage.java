package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;

/**
 * The form that takes files.
 *
 * @param problem why the last try was refused; empty at first
 * @param limits what may be sent, in a sentence
 */
record UploadPage(Frame frame, String problem, String limits) {
    static UploadPage of(Audit audit, String problem, String limits) {
        return new UploadPage(Frame.of(audit, "Upload", "/upload"), problem, limits);
    }
}
