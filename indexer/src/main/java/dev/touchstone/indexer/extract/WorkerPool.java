package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Extractor;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.extract.WorkerProcess.Answer;
import dev.touchstone.indexer.extract.WorkerProcess.Answer.Died;
import dev.touchstone.indexer.extract.WorkerProcess.Answer.Replied;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files in worker processes, so that a file that crashes, hangs or exhausts its reader costs that file only. A worker
 * has no network where the system allows, an empty environment and a temporary folder of its own; it is replaced after
 * every failure and after {@link #LONGEST_SERVICE} files.
 */
public final class WorkerPool implements Extractor {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

    /** What a parser library leaks, it leaks for this long. */
    private static final int LONGEST_SERVICE = 500;

    private final WorkerSettings settings;
    private final Sandbox sandbox;
    private final ScheduledExecutorService clock;
    private final BlockingQueue<Optional<WorkerProcess>> idle;
    private final List<WorkerProcess> running = new ArrayList<>();
    private boolean closed;

    public WorkerPool(WorkerSettings settings) {
        this.settings = settings;
        this.sandbox = Sandbox.probe();
        this.clock = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("worker deadlines").unstarted(task));
        this.idle = new ArrayBlockingQueue<>(settings.workers());
        // Workers start when they are needed: an empty slot costs nothing.
        for (var worker = 0; worker < settings.workers(); worker++) idle.add(Optional.empty());
        LOG.info(
                "Files are read in {} worker processes: clean environment, {} MB each{}",
                settings.workers(),
                settings.heapMegabytes(),
                sandbox.holds().isEmpty() ? "" : ", " + String.join(", ", sandbox.holds()));
    }

    @Override
    public Extraction extract(Source source) {
        try {
            var size = Files.size(source.file());
            if (size == 0) return new Unreadable("the file is empty");
            if (size > Limits.LARGEST_FILE)
                return new Unreadable("the file is larger than %d MB".formatted(Limits.LARGEST_FILE / 1024 / 1024));
            return read(new Frames.Request(source.path(), Files.readAllBytes(source.file())));
        } catch (IOException unreadable) {
            return new Unreadable("the file cannot be opened");
        }
    }

    /** A file that crashes a worker which has read others before may not be the one to blame: it gets a fresh worker once. */
    private Extraction read(Frames.Request request) {
        var slot = take();
        try {
            var worker = slot.filter(WorkerProcess::isAlive).orElseGet(this::start);
            slot = Optional.of(worker);
            var fresh = worker.answered() == 0;
            var answer = worker.ask(request, settings.deadline());
            if (answer instanceof Died died && !died.late() && !fresh) {
                worker = replace(worker);
                slot = Optional.of(worker);
                answer = worker.ask(request, settings.deadline());
            }
            if (isSpent(worker, answer)) slot = Optional.of(replace(worker));
            return switch (answer) {
                case Replied replied -> replied.reply().extraction();
                case Died died -> new Unreadable(died.reason());
            };
        } finally {
            idle.add(slot);
        }
    }

    private static boolean isSpent(WorkerProcess worker, Answer answer) {
        return switch (answer) {
            case Replied replied -> replied.reply().retire() || worker.answered() >= LONGEST_SERVICE;
            case Died _ -> true;
        };
    }

    private Optional<WorkerProcess> take() {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return idle.take();
                } catch (InterruptedException stopped) {
                    // Every file has an outcome; who wants to stop closes the pool.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** The next worker warms up while nobody waits for it yet. */
    private WorkerProcess replace(WorkerProcess worker) {
        stop(worker);
        return start();
    }

    private synchronized WorkerProcess start() {
        if (closed) throw new IllegalStateException("the pool is closed");
        var worker = WorkerProcess.start(settings, sandbox, clock);
        running.add(worker);
        return worker;
    }

    private synchronized void stop(WorkerProcess worker) {
        running.remove(worker);
        worker.close();
    }

    /** Ends all workers, those at work too. */
    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(WorkerProcess::close);
        running.clear();
        clock.shutdownNow();
    }
}
