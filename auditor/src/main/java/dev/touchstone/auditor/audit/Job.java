package dev.touchstone.auditor.audit;

import java.util.List;

/** Files on their way through the pipeline, such as those of one upload. */
public record Job(String id, List<Item> items) {
    public Job {
        items = List.copyOf(items);
    }

    /** Whether every file has reached its end. */
    public boolean finished() {
        return items.stream().allMatch(item -> item.state() == State.DONE || item.state() == State.FAILED);
    }

    /**
     * One file of a job.
     *
     * @param path of its entry in the audit once there is one; else empty
     * @param duplicate whether the same bytes were there before
     * @param message for a person: why it failed or what was left out; else empty
     */
    public record Item(String name, State state, String path, boolean duplicate, String message) {}

    /** How far a file has come. */
    public enum State {
        QUEUED,
        READING,
        SCORING,
        DONE,
        FAILED
    }
}
