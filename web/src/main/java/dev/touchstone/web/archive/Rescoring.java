package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Reading;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Charters.Published;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Runs.State;
import dev.touchstone.indexer.archive.ledger.Runs.Terms;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Version;
import dev.touchstone.web.app.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Begins runs: a collection as it stands, scored alike throughout, beside what people see until all of it is done. */
final class Rescoring {
    private static final int PAGE = 200;

    private final Stores stores;
    private final Engine engine;
    private final Scoring scoring;

    Rescoring(Stores stores, Engine engine, Scoring scoring) {
        this.stores = stores;
        this.engine = engine;
        this.scoring = scoring;
    }

    /**
     * Begins a run over all that stands in a collection and has been read. On the same terms as the one that people see nothing
     * is to be done; where they see none yet, it is current at once.
     */
    Run begin(Caller caller, Collection collection, Published charter) {
        var context = RunContext.of(bundles(charter), documents(collection), engine.structuring());
        return begin(caller, collection, charter, context);
    }

    /** Begins a run for a collection in which nothing stands yet. */
    Run beginEmpty(Caller caller, Collection collection, Published charter) {
        return begin(caller, collection, charter, RunContext.empty(bundles(charter)));
    }

    private List<Bundle> bundles(Published charter) {
        return engine.annotator().bundles(Stores.charter(charter));
    }

    private Run begin(Caller caller, Collection collection, Published charter, RunContext context) {
        var kept = stores.keep(context.bytes());
        var terms =
                new Terms(charter.id(), engine.version(), engine.annotator().identity(), "in the model", kept.sha256());
        return stores.ledger().write(caller, transaction -> begin(transaction, collection, terms));
    }

    private static Run begin(Transaction transaction, Collection collection, Terms terms) {
        var run = transaction.runs().begin(collection.id(), terms);
        for (var other : transaction.runs().live(collection.id()))
            if (other.state() == State.OPEN && !other.id().equals(run.id()))
                transaction.runs().abandon(other);
        if (run.state() == State.CURRENT) return run;
        transaction.work().scoreAll(run);
        if (transaction.runs().current(collection.id()).isEmpty())
            transaction.runs().makeCurrent(run);
        return run;
    }

    private List<Document> documents(Collection collection) {
        var documents = new ArrayList<Document>();
        var after = "";
        while (true) {
            var from = after;
            var versions =
                    stores.ledger().read(transaction -> transaction.documents().current(collection.id(), from, PAGE));
            if (versions.isEmpty()) return documents;
            documents.addAll(versions.parallelStream().flatMap(this::documents).toList());
            after = versions.getLast().document().path();
        }
    }

    private Stream<Document> documents(Version version) {
        return scoring.structure(version).stream()
                .flatMap(reading -> reading instanceof Reading.Read ? reading.documents() : Stream.empty());
    }
}
