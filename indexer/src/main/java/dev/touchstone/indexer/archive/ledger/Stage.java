package dev.touchstone.indexer.archive.ledger;

/** What is to be done next with a document, or how it ended. */
public enum Stage {
    EXTRACT,
    STRUCTURE,
    SCORE,
    /** Scored; whoever keeps the search index takes it from the {@link IndexChanges}. */
    INDEX,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more will happen by itself. */
    public boolean isTerminal() {
        return switch (this) {
            case EXTRACT, STRUCTURE, SCORE, INDEX -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }

    /** Whether a worker can take it. */
    public boolean isForWorkers() {
        return switch (this) {
            case EXTRACT, STRUCTURE, SCORE -> true;
            case INDEX, DONE, FAILED, CANCELLED -> false;
        };
    }
}
