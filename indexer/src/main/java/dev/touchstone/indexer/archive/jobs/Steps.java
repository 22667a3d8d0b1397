package dev.touchstone.indexer.archive.jobs;

import dev.touchstone.indexer.archive.ledger.Stage;

/** The steps by stage. Indexing is not among them: it belongs to the one process that keeps the index. */
public record Steps(Step extract, Step structure, Step score) {
    Step of(Stage stage) {
        return switch (stage) {
            case EXTRACT -> extract;
            case STRUCTURE -> structure;
            case SCORE -> score;
            case INDEX, DONE, FAILED, CANCELLED ->
                throw new IllegalStateException("there is no step for the stage " + stage);
        };
    }
}
