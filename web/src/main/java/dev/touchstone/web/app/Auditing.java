package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Run;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.document.Source;
import java.util.List;

/**
 * What is audited, and against what.
 *
 * @param sources in the order of their paths
 * @param skipped files that were not taken
 */
public record Auditing(Charter charter, List<Source> sources, List<Skipped> skipped, Scope scope) {
    public Auditing {
        sources = List.copyOf(sources);
        skipped = List.copyOf(skipped);
    }

    /** Runs the audit; the sink gets the documents inside the scope. */
    public Run run(Engine engine, Sink sink, Progress progress) {
        var narrowed = engine.with(new ScopedAnnotator(engine.annotator(), scope));
        var twice = new SameBytes();
        Sink inside = (entry, annotated) -> {
            if (!(entry.outcome() instanceof Audited audited)) return;
            if (!scope.covers(audited.metadata(), audited.recognition())) return;
            if (twice.isNew(entry, annotated.document().text())) sink.accept(entry, annotated);
        };
        var run = narrowed.pipeline(progress).run(charter, sources, skipped, inside);
        return new Run(twice.told(scope.narrow(run.audit().with(engine.least()))), run.boilerplate());
    }
}
