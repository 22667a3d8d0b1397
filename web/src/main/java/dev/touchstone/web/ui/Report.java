package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * The audit as one HTML file that needs no other: to be opened from a disk, printed and handed on. It bears no date of its
 * own: the same audit gives the same bytes.
 */
public final class Report {
    private static final String STYLESHEET = "/static/report.css";

    private Report() {}

    public static String render(Audit audit) {
        return Pages.html("report", ReportPage.of(audit, stylesheet()));
    }

    /** The stylesheet as an address that holds it: nothing lies beside the report, and nothing in it is inline. */
    private static String stylesheet() {
        try (var stream = Report.class.getResourceAsStream(STYLESHEET)) {
            if (stream == null) throw new IllegalStateException("the program lacks its resource " + STYLESHEET);
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(stream.readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException("the report's stylesheet cannot be read", failed);
        }
    }
}
