package dev.touchstone.web.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a home is doing, for whoever operates it: counts and times, never contents. Safe from several threads. */
public interface Operation {
    /** A home without background work, which is always ready. */
    Operation IDLE = new Operation() {
        @Override
        public Bounds bounds() {
            return Bounds.USUAL;
        }

        @Override
        public Waiting waiting() {
            return new Waiting(0, 0);
        }

        @Override
        public Map<String, Long> outcomes() {
            return Map.of();
        }

        @Override
        public List<StageTime> stages() {
            return List.of();
        }

        @Override
        public Optional<String> unready() {
            return Optional.empty();
        }
    };

    /** How much is taken. */
    Bounds bounds();

    /** What waits to be read or scored. */
    Waiting waiting();

    /** How many documents have ended how: {@code done}, or the word for why they failed, such as {@code unreadable}. */
    Map<String, Long> outcomes();

    /** How long the stages took since the program began. */
    List<StageTime> stages();

    /** Why not all can be answered just now, such as an index that is being made anew; empty when it can. */
    Optional<String> unready();

    /**
     * What waits.
     *
     * @param bytes of the documents as they were sent
     */
    record Waiting(long documents, long bytes) {}

    /** One stage, how often a document has passed it and how long that took in all. */
    record StageTime(String stage, long passed, double seconds) {}
}
