package dev.touchstone.indexer.archive.jobs;

import java.time.Duration;

/**
 * How work is done in the background.
 *
 * @param threads how many documents are worked on at the same time in this process
 * @param attempts how often a stage of one document is tried
 * @param polling how often the ledger is asked for work when nobody wakes the workers
 * @param heartbeat how often a worker says that it lives; after six that were missed its work is given to others
 * @param patience how long work under way may take to end when the program is asked to stop
 */
public record JobSettings(int threads, int attempts, Duration polling, Duration heartbeat, Duration patience) {
    static final int MISSED_HEARTBEATS = 6;

    public JobSettings {
        if (threads < 1) throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        if (attempts < 1) throw new IllegalArgumentException("at least one attempt is needed, not " + attempts);
    }

    /** Two attempts; a worker is taken for dead after 30 seconds. */
    public static JobSettings usual(int threads) {
        return new JobSettings(threads, 2, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));
    }
}
