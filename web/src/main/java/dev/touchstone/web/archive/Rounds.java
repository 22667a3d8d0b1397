package dev.touchstone.web.archive;

import dev.touchstone.auditor.work.Background;
import dev.touchstone.indexer.archive.Unavailable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again in the background, one piece after the other on one thread. Whatever a round meets, the
 * next one begins; none is interrupted.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long PATIENCE_SECONDS = 20;

    private final String name;
    private final ScheduledExecutorService thread;
    private volatile boolean ending;

    /** Rounds of somebody with this name, which the log shows. */
    Rounds(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(new Background(name + "-"));
    }

    /** Does something now, and again so long after each time that it ended. */
    void every(Duration pause, Runnable work) {
        var _ = thread.scheduleWithFixedDelay(() -> round(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does something now, and not again. */
    void once(Runnable work) {
        thread.execute(() -> round(work));
    }

    private void round(Runnable work) {
        try {
            work.run();
        } catch (Unavailable later) {
            LOG.warn("the {} waits: {}", name, later.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            // The border of the background thread: what is thrown from here ends all further rounds without a word.
            LOG.error("the {} failed; it tries again", name, fault);
        }
    }

    /** Whether what is under way should come to its end. */
    boolean isEnding() {
        return ending;
    }

    /** Lets the round under way come to its end. */
    @Override
    public void close() {
        ending = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) LOG.warn("the {} is still at work", name);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
