package dev.touchstone.indexer.archive.jobs;

/**
 * One stage's work, passed in by whoever can do it. It is called outside any transaction, from several threads, and is never
 * interrupted; what it throws counts as an attempt that failed.
 */
@FunctionalInterface
public interface Step {
    /** Does the work and says what is to be stored; nothing is stored before. */
    Finished perform(Task task);
}
