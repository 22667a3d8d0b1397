package dev.touchstone.indexer.archive.jobs;

import java.time.Duration;

/**
 * How work is done in the background.
 *
 * @param threads how many documents are worked on at the same time in this process
 * @param attempts how often a stage of one document is tried when it fails
 * @param deaths how often it is begun when nobody says how it ended: the whole program was ended from outside, and which of the
 *     documents under way was to blame, if any, is not known
 * @param polling how often the ledger is asked for work when nobody wakes the workers
 * @param heartbeat how often a worker says that it lives; after six that were missed its work is given to others
 * @param patience how long work under way may take to end when the program is asked to stop
 */
public record JobSettings(
        int threads, int attempts, int deaths, Duration polling, Duration heartbeat, Duration patience) {
    static final int MISSED_HEARTBEATS = 6;

    public JobSettings {
        if (threads < 1) throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        if (attempts < 1) throw new IllegalArgumentException("at least one attempt is needed, not " + attempts);
        if (deaths < attempts) throw new IllegalArgumentException("fewer deaths than attempts: " + deaths);
    }

    /** Two attempts, four when the program was ended; a worker is taken for dead after 30 seconds. */
    public static JobSettings usual(int threads) {
        return new JobSettings(threads, 2, 4, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));
    }
}
