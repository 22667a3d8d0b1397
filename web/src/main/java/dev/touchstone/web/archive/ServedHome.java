package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Sources;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A home that another process serves. Work is written into its ledger, where that process finds it; this one reads and scores
 * nothing.
 */
final class ServedHome implements Intake {
    private final HomeFolder folder;
    private final Stores stores;
    private final Engine engine;
    private final CharterBook charters;
    private final Work work;

    private ServedHome(HomeFolder folder, Stores stores, Parts parts, Engine engine) {
        this.folder = folder;
        this.stores = stores;
        this.engine = engine;
        this.charters = CharterBook.of(folder, stores.ledger());
        this.work = new Work(
                stores,
                charters,
                new Filing(stores, parts.bounds()),
                new Rescoring(stores, engine, new Scoring(stores, engine)),
                () -> {},
                this::checkServed);
    }

    static ServedHome open(HomeFolder folder, Parts parts, Engine engine) {
        var stores = Stores.open(folder, parts.ledger(folder.ledger()));
        try {
            checkModel(folder, stores, engine);
            return new ServedHome(folder, stores, parts, engine);
        } catch (RuntimeException failed) {
            stores.close();
            throw failed;
        }
    }

    /** Whoever serves has scored all with its own model, or is about to. */
    private static void checkModel(HomeFolder folder, Stores stores, Engine engine) {
        var ours = engine.annotator().identity();
        var isOther = stores.ledger()
                .read(transaction -> transaction.collections().all().stream()
                        .flatMap(collection -> transaction.runs().current(collection.id()).stream())
                        .anyMatch(run -> !run.terms().model().equals(ours)));
        if (isOther)
            throw new BadInput(folder.path() + ": the service of this home scores with another model; stop it first,"
                    + " or give the same --model here");
    }

    private void checkServed() {
        if (!HomeLock.isTaken(folder.path()))
            throw new BadInput(folder.path() + ": the service of this home has ended, and what was asked for waits;"
                    + " it goes on when the service is started again");
    }

    @Override
    public void ingest(String collection, Sources sources, Progress progress) {
        work.ingest(collection, sources, progress);
    }

    @Override
    public void rescore(Optional<Path> charter, Progress progress) {
        work.rescore(charter, progress);
    }

    @Override
    public Audit everything() {
        var all = stores.ledger().read(transaction -> transaction.collections().all());
        return new Shelves(stores, engine).audit(all, charters.inForce());
    }

    @Override
    public void close() {
        stores.close();
    }
}
