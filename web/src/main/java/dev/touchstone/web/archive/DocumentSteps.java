package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Reading;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.indexer.archive.jobs.Finished;
import dev.touchstone.indexer.archive.jobs.Steps;
import dev.touchstone.indexer.archive.jobs.Task;
import dev.touchstone.indexer.archive.ledger.Artifacts.Kind;
import dev.touchstone.indexer.extract.StoredExtraction;

/** The stages of a document on its way: extract → structure → score. What each found is kept before the next begins. */
final class DocumentSteps {
    private final Stores stores;
    private final Scoring scoring;

    private DocumentSteps(Stores stores, Scoring scoring) {
        this.stores = stores;
        this.scoring = scoring;
    }

    static Steps of(Stores stores, Scoring scoring) {
        var steps = new DocumentSteps(stores, scoring);
        return new Steps(steps::extract, steps::structure, steps::score);
    }

    private Finished extract(Task task) {
        var version = task.version();
        return switch (scoring.extract(version)) {
            case Unreadable unreadable -> new Finished.Failed("unreadable", unreadable.reason());
            case Extracted extracted -> {
                var kept = stores.keep(StoredExtraction.write(extracted));
                yield new Finished.Done(transaction ->
                        transaction.artifacts().put(version.id(), Kind.EXTRACTION, StoredExtraction.MAKER, kept));
            }
        };
    }

    /** The structure is made again whenever it is needed; that it can be made is shown here, before anything is scored. */
    private Finished structure(Task task) {
        return scoring.structure(task.version())
                .<Finished>map(reading -> switch (reading) {
                    case Reading.Read _ -> new Finished.Done(_ -> {});
                    case Reading.Failed failed -> new Finished.Failed("unreadable", failed.reason());
                })
                .orElseGet(() -> new Finished.Failed("unread", "what was read of it is missing; send it again"));
    }

    private Finished score(Task task) {
        var version = task.version();
        var run = task.run().orElseThrow();
        if (!scoring.isOurs(run))
            return new Finished.Failed("other_model", "it is being scored anew by another version of the program");
        var scored = scoring.score(version, run);
        var entry = stores.keep(Stores.bytes(scored.entry()));
        var sentences = stores.keep(StoredSentences.write(
                scored.annotated().stream().map(StoredSentences::of).toList()));
        var read = stores.keep(scored.recollection());
        return new Finished.Done(transaction -> {
            transaction.artifacts().put(version.id(), Kind.VECTORS, run.terms().model(), sentences);
            transaction.artifacts().put(version.id(), Kind.READ, scoring.reader(), read);
            transaction.results().put(run.id(), version.id(), scored.entry(), entry);
        });
    }
}
