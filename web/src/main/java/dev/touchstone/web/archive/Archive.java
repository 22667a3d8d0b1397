package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.search.StaleIndex;
import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.indexer.archive.jobs.JobSettings;
import dev.touchstone.indexer.archive.jobs.Jobs;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Charters.Published;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Stage;
import dev.touchstone.indexer.archive.ledger.Uploads.Upload;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Operation;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A home at work: takes documents, reads and scores them in the background, keeps the search indexes, and shows to each viewer
 * what they may see. What was not finished when the program ended is taken up when it is opened again.
 */
public final class Archive implements Operation, AutoCloseable {
    private static final long LOOK_EVERY_NANOSECONDS = 100_000_000;
    private static final long LEAST_SPACE = 64L * 1024 * 1024;

    private final HomeFolder folder;
    private final HomeLock lock;
    private final Stores stores;
    private final Engine engine;
    private final Filing filing;
    private final Rescoring rescoring;
    private final Shelves shelves;
    private final Indexes indexes;
    private final IndexKeeper keeper;
    private final Jobs jobs;
    private final StageTimes times = new StageTimes(System::nanoTime);
    private final Sweeper sweeper;

    private Archive(
            HomeFolder folder,
            HomeLock lock,
            Stores stores,
            Engine engine,
            Parts parts,
            JobSettings work,
            String name) {
        this.folder = folder;
        this.lock = lock;
        this.stores = stores;
        this.engine = engine;
        this.indexes = new Indexes(folder.index(), parts::index, parts::together);
        var scoring = new Scoring(stores, engine);
        this.filing = new Filing(stores, parts.bounds());
        this.rescoring = new Rescoring(stores, engine, scoring);
        this.shelves = new Shelves(stores, engine);
        this.keeper = IndexKeeper.start(stores, scoring, indexes);
        this.jobs = Jobs.start(stores.ledger(), times.measured(DocumentSteps.of(stores, scoring)), work, name);
        this.sweeper = Sweeper.start(stores, Retention.USUAL);
    }

    /**
     * Makes a home for audits with a charter.
     *
     * @return whether it was made; false when it was there already, with the same charter, and nothing was done
     * @throws BadInput when the folder holds anything else
     */
    public static boolean make(HomeFolder folder, Path charter, Parts parts) {
        var bytes = bytes(charter);
        var read = CharterFile.parse(charter.toString(), bytes).charter();
        if (folder.exists()) {
            try (var opened = parts.ledger(folder.ledger())) {
                if (inForce(folder, opened).sha256().equals(read.sha256())) return false;
            }
            throw new BadInput(
                    "%s: this home has another charter than %s; give a new folder, or change the charter with: "
                                    .formatted(folder.path(), charter)
                            + "touchstone rescore --home %s --charter %s".formatted(folder.path(), charter));
        }
        folder.prepare();
        try (var opened = parts.ledger(folder.ledger())) {
            var today = LocalDate.ofInstant(opened.clock().instant(), ZoneOffset.UTC);
            opened.act(Caller.PROGRAM, transaction -> {
                transaction.collections().ensure(HomeFolder.MAIN, Access.OPEN);
                transaction
                        .charters()
                        .publish(
                                read.organisation(),
                                read.version(),
                                today,
                                read.sha256(),
                                new String(bytes, StandardCharsets.UTF_8));
            });
        }
        // Last: a folder without it is no home yet.
        folder.mark(read.organisation());
        return true;
    }

    private static byte[] bytes(Path charter) {
        // Says what is wrong with it, too.
        CharterFile.read(charter);
        try {
            return Files.readAllBytes(charter);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + charter, failed);
        }
    }

    static Published inForce(HomeFolder folder, Ledger ledger) {
        var today = LocalDate.ofInstant(ledger.clock().instant(), ZoneOffset.UTC);
        return ledger.read(transaction -> transaction.charters().inForce(folder.organisation(), today))
                .orElseThrow(() -> new BadInput(
                        "%s: no charter is in force yet; give one with: touchstone rescore --home %s --charter FILE"
                                .formatted(folder.path(), folder.path())));
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
        var lock = HomeLock.take(folder.path());
        try {
            var stores = Stores.open(folder, parts.ledger(folder.ledger()));
            var archive = new Archive(folder, lock, stores, engine, parts, work, name);
            archive.scoreAnewWhatOthersScored();
            return archive;
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** After an upgrade, or with another model, what people see goes on until all of it has been scored anew. */
    private void scoreAnewWhatOthersScored() {
        var model = engine.annotator().identity();
        for (var collection :
                stores.ledger().read(transaction -> transaction.collections().all()))
            stores.ledger()
                    .read(transaction -> transaction.runs().current(collection.id()))
                    .filter(run -> !run.terms().model().equals(model))
                    .ifPresent(run -> rescoring.begin(Caller.PROGRAM, collection, stores.published(run)));
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

    public Ledger ledger() {
        return stores.ledger();
    }

    Audit audit(List<Collection> collections) {
        return shelves.audit(collections, inForce(folder, stores.ledger()));
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
        if (current.isEmpty()) rescoring.beginEmpty(Caller.PROGRAM, collection, inForce(folder, stores.ledger()));
    }

    /**
     * Takes documents into a collection, which is made when there is none with this name, and waits until all of them have
     * come to their end and can be found.
     */
    public void ingest(String name, Sources sources, Progress progress) {
        HomeCollections.checkName(name);
        var caller = Viewer.local("").caller();
        var collection = stores.ledger()
                .write(caller, transaction -> transaction.collections().ensure(name, Access.OPEN));
        filing.ingest(caller, collection, sources.sources(), sources.skipped());
        jobs.wake();
        await(collection, Progress.Stage.READING, progress);
        var current = stores.ledger().read(transaction -> transaction.runs().current(collection.id()));
        if (current.isEmpty()) rescoring.begin(caller, collection, inForce(folder, stores.ledger()));
        jobs.wake();
        await(collection, Progress.Stage.SCORING, progress);
    }

    /** Scores all that the home holds anew, against another charter when one is given, and waits until people see it. */
    public void rescore(Optional<Path> charter, Progress progress) {
        var caller = Viewer.local("").caller();
        charter.ifPresent(file -> publish(caller, file));
        var published = inForce(folder, stores.ledger());
        var collections =
                stores.ledger().read(transaction -> transaction.collections().all());
        for (var collection : collections) rescoring.begin(caller, collection, published);
        jobs.wake();
        for (var collection : collections) await(collection, Progress.Stage.SCORING, progress);
    }

    private void publish(Caller caller, Path file) {
        var bytes = bytes(file);
        Charter read = CharterFile.parse(file.toString(), bytes).charter();
        if (!read.organisation().equals(folder.organisation()))
            throw new BadInput("%s: this is the charter of %s, and the home is that of %s; give its charter"
                    .formatted(file, read.organisation(), folder.organisation()));
        var today = LocalDate.ofInstant(ledger().clock().instant(), ZoneOffset.UTC);
        var known = ledger().read(transaction -> transaction.charters().find(read.organisation(), read.sha256()));
        if (known.isPresent()) return;
        ledger().act(
                        caller,
                        transaction -> transaction
                                .charters()
                                .publish(
                                        read.organisation(),
                                        read.version(),
                                        today,
                                        read.sha256(),
                                        new String(bytes, StandardCharsets.UTF_8)));
    }

    /** How much of a collection is not done yet. */
    private record Left(long left, long all) {}

    private Left progress(Collection collection, Progress.Stage stage) {
        return stores.ledger().read(transaction -> switch (stage) {
            case READING -> {
                var stages = transaction.work().progress(collection.id(), Optional.empty());
                yield new Left(
                        stages.getOrDefault(Stage.EXTRACT, 0L) + stages.getOrDefault(Stage.STRUCTURE, 0L),
                        stages.values().stream().mapToLong(Long::longValue).sum());
            }
            case SCORING -> {
                var left = 0L;
                var all = 0L;
                for (var run : transaction.runs().live(collection.id())) {
                    var stages = transaction.work().progress(collection.id(), Optional.of(run));
                    left += stages.getOrDefault(Stage.SCORE, 0L) + stages.getOrDefault(Stage.INDEX, 0L);
                    all += stages.values().stream().mapToLong(Long::longValue).sum();
                }
                // At the end the last run takes its place, and the index follows.
                if (left == 0) left += transaction.runs().live(collection.id()).size() - 1;
                if (left == 0)
                    left += transaction
                            .indexChanges()
                            .pending(collection.id(), 1)
                            .size();
                yield new Left(Math.max(0, left), all);
            }
        });
    }

    private void await(Collection collection, Progress.Stage stage, Progress progress) {
        while (true) {
            var now = progress(collection, stage);
            if (now.all() > 0) progress.passed(stage, (int) Math.max(0, now.all() - now.left()), (int) now.all());
            if (now.left() == 0) return;
            LockSupport.parkNanos(LOOK_EVERY_NANOSECONDS);
        }
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
            sweeper.close();
            jobs.close();
            keeper.close();
        }
    }
}
