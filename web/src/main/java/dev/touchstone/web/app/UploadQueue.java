package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.web.app.Home.Upload;
import dev.touchstone.web.app.UploadStore.UploadedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads on their way into a home: kept before they are acknowledged, scored one after the other in the background. Safe
 * from several threads.
 */
final class UploadQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadQueue.class);
    private static final int SECONDS_TO_FINISH = 25;

    private final UploadStore store;
    private final Holdings holdings;
    private final ExecutorService worker;
    private final Map<String, UploadRecord> uploads = new ConcurrentHashMap<>();
    private final Object writing = new Object();

    private volatile boolean closing;

    /** {@code worker} scores the uploads, one after the other; the queue shuts it down. */
    UploadQueue(UploadStore store, Holdings holdings, ExecutorService worker) {
        this.store = store;
        this.holdings = holdings;
        this.worker = worker;
    }

    /** Takes up what was not finished when the program ended. */
    void resume() {
        for (var upload : store.all()) {
            uploads.put(upload.sha256(), upload);
            if (upload.unfinished()) worker.execute(() -> score(upload.sha256()));
        }
    }

    Job submit(List<Upload> sent) {
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
        var known = holdings.audit()
                .all()
                .filter(entry -> entry.sha256().equals(sha256))
                .findFirst();
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
            var inAudit = holdings.audit().entries().stream()
                    .anyMatch(entry -> entry.path().equals(path));
            var inUploads =
                    uploads.values().stream().anyMatch(upload -> upload.path().equals(path));
            if (!inAudit && !inUploads) return path;
        }
    }

    Optional<Job> job(String id) {
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
        var entry = holdings.score(source, () -> uploads.put(upload.sha256(), begun.in(Job.State.SCORING, "")));
        return switch (entry.outcome()) {
            case Audited audited -> new Finished(entry, begun.in(Job.State.DONE, String.join("; ", audited.limits())));
            case Failed failed -> new Finished(entry, begun.in(Job.State.FAILED, failed.reason()));
        };
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
            holdings.add(finished.entry());
            keepRecord(finished.upload());
        }
    }

    private void keepRecord(UploadRecord upload) {
        synchronized (writing) {
            store.save(upload);
            uploads.put(upload.sha256(), upload);
        }
    }

    /** Lets the upload that is being scored finish; those that wait are taken up when the program starts again. */
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
    }
}
