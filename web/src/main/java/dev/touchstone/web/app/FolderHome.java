package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A home in a folder. Uploads are kept before they are acknowledged and scored one after the other in the background; what
 * was not finished when the program ended is taken up again when the home is opened.
 */
public final class FolderHome implements Home {
    private final HomeFolder folder;
    private final HomeLock lock;
    private final SearchIndex index;
    private final Holdings holdings;
    private final UploadQueue uploads;

    private FolderHome(HomeFolder folder, HomeLock lock, Engine engine, SearchIndex index, ExecutorService worker) {
        this.folder = folder;
        this.lock = lock;
        this.index = index;
        this.holdings = new Holdings(folder, engine, index);
        this.uploads = new UploadQueue(folder.uploads(), holdings, worker);
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
        home.uploads.resume();
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
        return holdings.audit();
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
        return holdings.ingest(auditing, also, progress);
    }

    @Override
    public Job submit(List<Upload> sent) {
        return uploads.submit(sent);
    }

    @Override
    public Optional<Job> job(String id) {
        return uploads.job(id);
    }

    /** Lets the upload that is being scored finish; those that wait are taken up when the home is opened again. */
    @Override
    public void close() {
        uploads.close();
        lock.close();
    }
}
