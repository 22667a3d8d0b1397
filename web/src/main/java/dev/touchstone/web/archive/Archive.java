package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.search.StaleIndex;
import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.indexer.archive.jobs.JobSettings;
import dev.touchstone.indexer.archive.jobs.Jobs;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Uploads.Upload;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Operation;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A home at work: takes documents, reads and scores them in the background, keeps the search indexes, and shows to each viewer
 * what they may see. What was not finished when the program ended is taken up when it is opened again.
 */
public final class Archive implements Operation, Intake {
    private static final long LEAST_SPACE = 64L * 1024 * 1024;

    private final HomeFolder folder;
    private final HomeLock lock;
    private final Stores stores;
    private final Engine engine;
    private final Bounds bounds;
    private final CharterBook charters;
    private final Filing filing;
    private final Rescoring rescoring;
    private final Shelves shelves;
    private final Versions versions;
    private final Register register;
    private final Likenesses likenesses;
    private final Indexes indexes;
    private final IndexKeeper keeper;
    private final Jobs jobs;
    private final Work work;
    private final StageTimes times = new StageTimes(System::nanoTime);
    private final Sweeper sweeper;
    private final Rounds warming = new Rounds("warming");

    private Archive(
            HomeFolder folder,
            HomeLock lock,
            Stores stores,
            Engine engine,
            Parts parts,
            JobSettings settings,
            String name) {
        this.folder = folder;
        this.lock = lock;
        this.stores = stores;
        this.engine = engine;
        this.indexes = new Indexes(folder.index(), parts::index, parts::together);
        var scoring = new Scoring(stores, engine);
        this.bounds = parts.bounds();
        this.charters = CharterBook.of(folder, stores.ledger());
        this.filing = new Filing(stores, bounds);
        this.rescoring = new Rescoring(stores, engine, scoring);
        this.shelves = new Shelves(stores, engine);
        this.versions = new Versions(stores, scoring);
        this.register = new Register(stores.ledger());
        this.likenesses = new Likenesses(shelves);
        this.keeper = IndexKeeper.start(stores, scoring, indexes);
        this.jobs = Jobs.start(stores.ledger(), times.measured(DocumentSteps.of(stores, scoring)), settings, name);
        this.work = new Work(stores, charters, filing, rescoring, jobs::wake, () -> {});
        this.sweeper = Sweeper.start(stores, Retention.USUAL);
    }

    /**
     * Makes a home for audits with a charter.
     *
     * @return whether it was made; false when it was there already, with the same charter, and nothing was done
     * @throws BadInput when the folder holds anything else
     */
    public static boolean make(HomeFolder folder, Path charter, Parts parts) {
        var written = CharterBook.Written.read(charter);
        if (folder.exists()) {
            try (var opened = parts.ledger(folder.ledger())) {
                var inForce = CharterBook.of(folder, opened).inForce();
                if (inForce.sha256().equals(written.charter().sha256())) return false;
            }
            throw new BadInput(
                    "%s: this home has another charter than %s; give a new folder, or change the charter with: "
                                    .formatted(folder.path(), charter)
                            + "touchstone rescore --home %s --charter %s".formatted(folder.path(), charter));
        }
        folder.prepare();
        try (var opened = parts.ledger(folder.ledger())) {
            opened.act(Caller.PROGRAM, transaction -> transaction.collections().ensure(HomeFolder.MAIN, Access.OPEN));
            new CharterBook(folder, written.charter().organisation(), opened).publish(Caller.PROGRAM, written);
        }
        // Last: a folder without it is no home yet.
        folder.mark(written.charter().organisation());
        return true;
    }

    /**
     * Opens a home and begins to work. The engine stays the caller's to close.
     *
     * @throws BadInput when there is no home, or another process writes to it
     */
    public static Archive open(HomeFolder folder, Parts parts, Engine engine) {
        return open(folder, parts, engine, JobSettings.usual(engine.readers()), "service");
    }

    static Archive open(HomeFolder folder, Parts parts, Engine engine, JobSettings work, String name) {
        folder.check();
        var archive = begin(folder, parts, engine, work, name);
        try {
            archive.scoreWhatNobodyWill();
            return archive;
        } catch (RuntimeException failed) {
            archive.close();
            throw failed;
        }
    }

    private static Archive begin(HomeFolder folder, Parts parts, Engine engine, JobSettings work, String name) {
        var lock = HomeLock.take(folder.path());
        try {
            var stores = Stores.open(folder, parts.ledger(folder.ledger()));
            return new Archive(folder, lock, stores, engine, parts, work, name);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /**
     * Takes up what nobody will score otherwise: after an upgrade or with another model everything, while people see what they
     * saw before; and a first upload after which the program ended before its run was begun.
     */
    private void scoreWhatNobodyWill() {
        var model = engine.annotator().identity();
        for (var collection :
                stores.ledger().read(transaction -> transaction.collections().all())) {
            var current = stores.ledger().read(transaction -> transaction.runs().current(collection.id()));
            if (current.isPresent() && !current.get().terms().model().equals(model))
                rescoring.begin(Caller.PROGRAM, collection, stores.published(current.get()));
            if (current.isEmpty() && holdsAnything(collection))
                rescoring.begin(Caller.PROGRAM, collection, charters.inForce());
        }
    }

    private boolean holdsAnything(Collection collection) {
        return !stores.ledger()
                .read(transaction -> transaction.documents().current(collection.id(), "", 1))
                .isEmpty();
    }

    /** The home as somebody may see it. */
    public Home seenBy(Viewer viewer) {
        return new ArchiveHome(this, viewer);
    }

    Stores stores() {
        return stores;
    }

    Shelves shelves() {
        return shelves;
    }

    Versions versions() {
        return versions;
    }

    Register register() {
        return register;
    }

    Likenesses likenesses() {
        return likenesses;
    }

    public Ledger ledger() {
        return stores.ledger();
    }

    Audit audit(List<Collection> collections) {
        return shelves.audit(collections, charters.inForce());
    }

    Charter charter(List<Collection> collections) {
        return shelves.charter(collections, charters.inForce());
    }

    /** Begins to read what whoever comes first will see, so that they need not wait for it; at once. */
    public void warm() {
        warming.once(() -> audit(
                stores.ledger().read(transaction -> transaction.collections().all())));
    }

    SearchPage search(List<Collection> collections, SearchQuery query) {
        try {
            if (!keeper.isMakingAnew()) return indexes.together(collections).search(query);
        } catch (StaleIndex stale) {
            // Never fewer results than there are: whoever asks is told to come back, and the index is made anew.
            keeper.makeAnew(collections);
        }
        throw new Unavailable(Unavailable.Reason.BUSY, "The search index is being made anew; try again soon.");
    }

    Id<Upload> submit(Caller caller, Collection collection, List<Home.Upload> uploads) {
        var id = filing.submit(caller, collection, uploads);
        beginFirstRun(collection);
        jobs.wake();
        return id;
    }

    /** In a collection in which nothing was ever scored, the first upload is judged without what others would show about it. */
    private void beginFirstRun(Collection collection) {
        var current = stores.ledger().read(transaction -> transaction.runs().current(collection.id()));
        if (current.isEmpty()) rescoring.beginEmpty(Caller.PROGRAM, collection, charters.inForce());
    }

    @Override
    public void ingest(String collection, Sources sources, Progress progress) {
        work.ingest(collection, sources, progress);
    }

    /** The collection with this name, made when there is none. */
    Collection collection(String name) {
        return work.collection(name);
    }

    /** Takes files of a folder without waiting for them. */
    List<Filing.Filed> take(Collection collection, List<Source> sources) {
        var filed = filing.ingest(Caller.PROGRAM, collection, sources, List.of());
        jobs.wake();
        return filed;
    }

    /** Begins to score a collection in which nothing was scored yet, as soon as all that was sent has been read. */
    void beginWhenRead(Collection collection) {
        var ledger = stores.ledger();
        var isBegun = ledger.read(transaction -> transaction.runs().current(collection.id()))
                .isPresent();
        if (isBegun || !holdsAnything(collection)) return;
        if (!new Waits(ledger, Progress.NONE).isRead(collection)) return;
        rescoring.begin(Caller.PROGRAM, collection, charters.inForce());
        jobs.wake();
    }

    @Override
    public void rescore(Optional<Path> charter, Progress progress) {
        work.rescore(charter, progress);
    }

    @Override
    public Audit everything() {
        return seenBy(Viewer.local("")).audit();
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    @Override
    public Waiting waiting() {
        var queue = stores.ledger().read(transaction -> transaction.work().queue());
        return new Waiting(queue.documents(), queue.bytes());
    }

    @Override
    public Map<String, Long> outcomes() {
        return stores.ledger().read(transaction -> transaction.work().endings());
    }

    @Override
    public List<StageTime> stages() {
        return times.all();
    }

    @Override
    public Optional<String> unready() {
        try {
            if (Files.getFileStore(folder.path()).getUsableSpace() < LEAST_SPACE)
                return Optional.of("there is hardly any room left on the disk");
        } catch (IOException unknown) {
            return Optional.of("the home cannot be looked into");
        }
        return keeper.isMakingAnew() ? Optional.of("the search index is being made anew") : Optional.empty();
    }

    /** Lets stages under way end; what waits is taken up when the home is opened again. */
    @Override
    public void close() {
        try (lock;
                stores;
                indexes) {
            warming.close();
            sweeper.close();
            jobs.close();
            keeper.close();
        }
    }
}
