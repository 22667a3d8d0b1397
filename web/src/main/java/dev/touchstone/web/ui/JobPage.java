package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Job.State;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.FiledDecision;
import java.util.List;

/** Files on their way, and at the end what their decisions do to each value. */
record JobPage(Frame frame, String id, boolean finished, int done, int total, List<String> values, List<Row> rows) {
    /** One file; its decisions are there when it is done. */
    record Row(
            String name, String state, String stateWord, String message, Link document, List<DecisionRow> decisions) {}

    static JobPage of(Reader reader, Audit audit, Job job) {
        var catalogue = new Catalogue(audit);
        return new JobPage(
                Frame.of(reader, audit, job.finished() ? "Upload finished" : "Upload", "/upload"),
                job.id(),
                job.finished(),
                (int) job.items().stream().filter(JobPage::isAtItsEnd).count(),
                job.items().size(),
                audit.charter().values().stream().map(value -> value.name()).toList(),
                job.items().stream().map(item -> row(audit, catalogue, item)).toList());
    }

    private static boolean isAtItsEnd(Job.Item item) {
        return item.state() == State.DONE || item.state() == State.FAILED;
    }

    private static Row row(Audit audit, Catalogue catalogue, Job.Item item) {
        var entry = catalogue.at(item.path());
        return new Row(
                item.name(),
                Texts.plain(item.state()),
                Texts.waiting(item.state()),
                item.message(),
                // Of a failed file there is no text to read; its message says all.
                entry.filter(found -> found.outcome() instanceof Audited)
                        .map(found -> new Link("Read it with its references", Addresses.document(found)))
                        .orElseGet(() -> Link.plain("")),
                entry.stream()
                        .filter(found -> found.outcome() instanceof Audited)
                        .flatMap(found -> ((Audited) found.outcome())
                                .scorecards().stream()
                                        .map(scorecard ->
                                                new FiledDecision(found, (Audited) found.outcome(), scorecard)))
                        .map(decision -> DecisionRow.of(audit.charter(), decision))
                        .toList());
    }
}
