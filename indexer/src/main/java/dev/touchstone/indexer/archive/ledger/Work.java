package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Runs.Run;
import java.util.Optional;

/**
 * Something to be done with a version: reading it, or scoring it in a run.
 *
 * @param run empty for reading
 * @param attempts of this stage that were begun; counted before they begin
 */
public record Work(Id<Work> id, Id<Version> version, Optional<Id<Run>> run, Stage stage, int attempts, Ending ending) {
    /**
     * Why it ended as it did; empty texts while it goes well.
     *
     * @param reason a word for programs, such as {@code parser_crashed}
     * @param message for people
     */
    public record Ending(String reason, String message) {
        static final Ending NONE = new Ending("", "");
    }
}
