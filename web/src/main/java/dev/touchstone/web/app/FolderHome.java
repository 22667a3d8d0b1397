package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Pipeline;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.audit.Structuring;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.web.app.UploadStore.UploadedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A home in a folder. Uploads are kept before they are acknowledged and scored one after the other in the background; what
 * was not finished when the program ended is taken up again when the home is opened.
 */
public final class FolderHome implements Home {
    private static final Logger LOG = LoggerFactory.getLogger(FolderHome.class);
    private static final int SECONDS_TO_FINISH = 25;

    private final HomeFolder folder;
    private final HomeLock lock;
    private final Engine engine;
    private final SearchIndex index;
    private final UploadStore store;
    private final Pipeline pipeline;
    private final Map<String, UploadRecord> uploads = new ConcurrentHashMap<>();
    private final ExecutorService worker;
    private final Object writing = new Object();

    private volatile Audit audit;
    private volatile Boilerplate boilerplate;
    private volatile boolean closing;

    private FolderHome(HomeFolder folder, HomeLock lock, Engine engine, SearchIndex index, ExecutorService worker) {
        this.folder = folder;
        this.lock = lock;
        this.engine = engine;
        this.index = index;
        this.worker = worker;
        this.store = folder.uploads();
        this.audit =
                folder.audit().orElseGet(() -> Audit.of(folder.charter(), engine.provenance(), List.of(), List.of()));
        this.boilerplate = folder.boilerplate();
        this.pipeline = engine.with((Structuring) (source, sha256, extracted) -> {
                    nowScoring(source.path());
                    return engine.structuring().structure(source, sha256, extracted);
                })
                .pipeline(Progress.NONE);
    }

    /**
     * Opens a home for writing and takes up what was left unfinished. The engine and the index stay the caller's to close.
     *
     * @throws BadInput when there is no home, another process writes to it, or its last ingest did not end
     */
    public static FolderHome open(HomeFolder folder, Engine engine, SearchIndex index) {
        return open(folder, engine, index, oneThread());
    }

    /** {@code worker} scores the uploads, one after the other; the home shuts it down. */
    static FolderHome open(HomeFolder folder, Engine engine, SearchIndex index, ExecutorService worker) {
        var home = locked(folder, engine, index, worker);
        if (Files.exists(folder.unfinished())) {
            home.close();
            throw new BadInput(folder.path() + ": the last ingest was interrupted; run it again");
        }
        for (var upload : home.store.all()) {
            home.uploads.put(upload.sha256(), upload);
            if (upload.unfinished()) home.worker.execute(() -> home.score(upload.sha256()));
        }
        return home;
    }

    /** Opens a home in order to put a collection into it. */
    public static FolderHome locked(HomeFolder folder, Engine engine, SearchIndex index) {
        return locked(folder, engine, index, oneThread());
    }

    private static FolderHome locked(HomeFolder folder, Engine engine, SearchIndex index, ExecutorService worker) {
        folder.check();
        return new FolderHome(folder, HomeLock.take(folder.path()), engine, index, worker);
    }

    private static ExecutorService oneThread() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("uploads").factory());
    }

    @Override
    public Audit audit() {
        return audit;
    }

    @Override
    public Optional<String> text(String sha256) {
        return folder.texts().text(sha256);
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return index.search(query);
    }

    /**
     * Audits a collection and puts it into the home: entries with the same path are replaced, others stay.
     *
     * @param also takes each document too
     * @return the audit of the collection alone
     */
    public Audit ingest(Auditing auditing, Sink also, Progress progress) {
        synchronized (writing) {
            var first = audit.entries().isEmpty();
            try (var generation = first ? index.replace() : index.extend()) {
                var run = auditing.run(
                        engine,
                        (entry, annotated) -> {
                            folder.texts()
                                    .keep(entry.sha256(), annotated.document().text());
                            generation.add(entry, annotated);
                            also.accept(entry, annotated);
                        },
                        progress);
                Durable.write(folder.unfinished(), "");
                generation.commit();
                publish(merged(boilerplate, run.boilerplate()));
                publish(merged(audit, run.audit()));
                Files.delete(folder.unfinished());
                return run.audit();
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot finish the ingest into " + folder.path(), failed);
            }
        }
    }

    private static Audit merged(Audit before, Audit added) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var entry : before.entries()) entries.put(entry.path(), entry);
        for (var entry : added.entries()) entries.put(entry.path(), entry);
        var skipped = new LinkedHashSet<Skipped>(before.skipped());
        skipped.addAll(added.skipped());
        return Audit.of(added.charter(), added.provenance(), List.copyOf(entries.values()), List.copyOf(skipped));
    }

    private static Boilerplate merged(Boilerplate before, Boilerplate added) {
        var repeated = new TreeSet<>(before.repeated());
        repeated.addAll(added.repeated());
        return new Boilerplate(repeated);
    }

    private void publish(Audit next) {
        folder.publish(next);
        audit = next;
    }

    private void publish(Boilerplate next) {
        folder.publish(next);
        boilerplate = next;
    }

    @Override
    public Job submit(List<Upload> sent) {
        synchronized (writing) {
            if (closing) throw new IllegalStateException("the home is closing");
            var items = sent.stream().map(this::keep).toList();
            var id = store.addJob(items);
            return job(id, items);
        }
    }

    private UploadedItem keep(Upload sent) {
        var sha256 = sha256(sent.file());
        var name = UploadName.of(sent.name());
        if (uploads.containsKey(sha256)) return new UploadedItem(name, sha256, "", true);
        var known = audit.all().filter(entry -> entry.sha256().equals(sha256)).findFirst();
        if (known.isPresent()) return new UploadedItem(name, "", known.get().path(), true);
        var upload = new UploadRecord(uploads.size() + 1, sha256, name, freePath(name), Job.State.QUEUED, 0, "");
        store.add(upload, sent.file());
        uploads.put(sha256, upload);
        worker.execute(() -> score(sha256));
        return new UploadedItem(name, sha256, "", false);
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the upload " + file, failed);
        }
    }

    /** {@code uploads/plan.md}, or {@code uploads/plan (2).md} when that is taken by another document. */
    private String freePath(String name) {
        var dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        for (var number = 1; ; number++) {
            var path = "uploads/"
                    + (number == 1 ? name : name.substring(0, dot) + " (" + number + ")" + name.substring(dot));
            var inAudit =
                    audit.entries().stream().anyMatch(entry -> entry.path().equals(path));
            var inUploads =
                    uploads.values().stream().anyMatch(upload -> upload.path().equals(path));
            if (!inAudit && !inUploads) return path;
        }
    }

    @Override
    public Optional<Job> job(String id) {
        synchronized (writing) {
            return store.job(id).map(items -> job(id, items));
        }
    }

    private Job job(String id, List<UploadedItem> items) {
        return new Job(id, items.stream().map(this::item).toList());
    }

    private Job.Item item(UploadedItem item) {
        var upload = uploads.get(item.sha256());
        if (upload == null) return new Job.Item(item.name(), Job.State.DONE, item.path(), again(item.path()));
        var shown = upload.item(item.name());
        if (!item.again() || upload.unfinished()) return shown;
        var message = shown.message().isEmpty() ? again(upload.path()) : again(upload.path()) + "; " + shown.message();
        return new Job.Item(shown.name(), shown.state(), shown.path(), message);
    }

    private static String again(String path) {
        return "the same bytes are in the audit already, as " + path;
    }

    private void nowScoring(String path) {
        uploads.replaceAll((_, upload) -> upload.path().equals(path) && upload.state() == Job.State.READING
                ? upload.in(Job.State.SCORING, "")
                : upload);
    }

    private void score(String sha256) {
        var upload = uploads.get(sha256);
        if (closing || upload == null) return;
        try {
            finish(upload.attempts() >= UploadRecord.MOST_ATTEMPTS ? givenUp(upload) : attempt(upload));
        } catch (RuntimeException | StackOverflowError bug) {
            // The border of the background thread: the next upload must be scored whatever this one has met.
            LOG.error("upload {} could not be scored", upload.path(), bug);
            finish(failed(upload, "an internal error; the log has the details"));
        }
    }

    private record Finished(Entry entry, UploadRecord upload) {}

    private Finished attempt(UploadRecord upload) {
        var begun = upload.begun();
        keepRecord(begun);
        var source = new Source(upload.path(), store.original(upload), List.of());
        try (var generation = index.extend()) {
            var entry = pipeline.add(audit.charter(), source, boilerplate, (part, annotated) -> {
                folder.texts().keep(part.sha256(), annotated.document().text());
                generation.add(part, annotated);
            });
            generation.commit();
            return switch (entry.outcome()) {
                case Audited audited ->
                    new Finished(entry, begun.in(Job.State.DONE, String.join("; ", audited.limits())));
                case Failed failed -> new Finished(entry, begun.in(Job.State.FAILED, failed.reason()));
            };
        }
    }

    private static Finished givenUp(UploadRecord upload) {
        return failed(upload, "reading it ended the program twice; it is not tried again");
    }

    private static Finished failed(UploadRecord upload, String reason) {
        var entry = new Entry(upload.path(), upload.sha256(), new Failed(reason), List.of());
        return new Finished(entry, upload.in(Job.State.FAILED, reason));
    }

    private void finish(Finished finished) {
        synchronized (writing) {
            publish(audit.with(finished.entry()));
            keepRecord(finished.upload());
        }
    }

    private void keepRecord(UploadRecord upload) {
        synchronized (writing) {
            store.save(upload);
            uploads.put(upload.sha256(), upload);
        }
    }

    /** Lets the upload that is being scored finish; those that wait are taken up when the home is opened again. */
    @Override
    public void close() {
        closing = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS))
                LOG.warn("an upload is still being scored; it is taken up again at the next start");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        lock.close();
    }
}
