package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Pipeline;
import dev.touchstone.auditor.audit.Pipeline.Scored;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Reading;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.archive.ledger.Artifacts.Kind;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Version;
import dev.touchstone.web.app.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and scores single versions of documents, each in the terms of a run. Safe from several threads. */
final class Scoring {
    private static final byte[] NOTHING = {};

    private final Stores stores;
    private final Engine engine;
    private final Pipeline pipeline;
    private final Map<Id<Run>, Terms> terms = new ConcurrentHashMap<>();

    Scoring(Stores stores, Engine engine) {
        this.stores = stores;
        this.engine = engine;
        this.pipeline = engine.pipeline(Progress.NONE);
    }

    /** What a run's terms stand for. */
    private record Terms(Charter charter, RunContext context) {}

    private Terms terms(Run run) {
        return terms.computeIfAbsent(
                run.id(),
                _ -> new Terms(
                        Stores.charter(stores.published(run)),
                        RunContext.read(stores.read(run.terms().boilerplate()))));
    }

    Charter charter(Run run) {
        return terms(run).charter();
    }

    /** Whether this program judges as a run's terms say. */
    boolean isOurs(Run run) {
        return run.terms().model().equals(engine.annotator().identity());
    }

    Extraction extract(Version version) {
        return stores.originals()
                .path(version.original().sha256())
                .map(file ->
                        engine.extractor().extract(new Source(version.document().path(), file, List.of())))
                .orElseGet(() -> new Extraction.Unreadable("the bytes that were sent are missing"));
    }

    /** The structure of a version that was extracted before; empty when it was not. */
    Optional<Reading> structure(Version version) {
        var original = version.original().sha256();
        var file = stores.originals().path(original).orElseThrow(() -> new Damaged("missing original: " + original));
        return stores.extraction(version.id()).map(extraction -> {
            var given =
                    stores.ledger().read(transaction -> transaction.documents().given(version));
            var source = new Source(version.document().path(), file, given);
            return pipeline.structure(source, original, extraction);
        });
    }

    private Reading settled(Version version, Run run) {
        var reading = structure(version).orElseThrow(() -> new Damaged("nothing was read of version " + version.id()));
        return terms(run).context().settle(reading);
    }

    Scored score(Version version, Run run) {
        return pipeline.score(
                terms(run).charter(),
                settled(version, run),
                terms(run).context().boilerplate(),
                read(version));
    }

    /** Who reads: the maker of what {@link Scored#recollection} gives. */
    String reader() {
        return engine.annotator().reader();
    }

    /** What was read when the version was scored before; what is lost of it is read again. */
    private byte[] read(Version version) {
        try {
            return stores.artifact(version.id(), Kind.READ, reader()).orElse(NOTHING);
        } catch (Damaged lost) {
            return NOTHING;
        }
    }

    /** The documents of a version that was scored in a run, as they were then, in the order of {@link Scored#annotated}. */
    List<Document> documents(Version version, Run run) {
        var documents = new ArrayList<Document>();
        collect(settled(version, run), documents);
        return documents;
    }

    /** The files inside come before the file that they are in: the order in which the pipeline is done with them. */
    private static void collect(Reading reading, List<Document> documents) {
        switch (reading) {
            case Reading.Failed _ -> {}
            case Reading.Read read -> {
                read.parts().forEach(part -> collect(part, documents));
                documents.add(read.document());
            }
        }
    }
}
