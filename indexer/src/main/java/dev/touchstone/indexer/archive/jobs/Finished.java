package dev.touchstone.indexer.archive.jobs;

import dev.touchstone.indexer.archive.ledger.Transaction;
import java.util.function.Consumer;

/** How a step ended. */
public sealed interface Finished {
    /** Well: what it found is stored in the transaction that moves the document to its next stage. */
    record Done(Consumer<Transaction> store) implements Finished {}

    /**
     * The document is at fault and trying again is no use.
     *
     * @param reason a word for programs, such as {@code password_protected}
     * @param message for people
     */
    record Failed(String reason, String message) implements Finished {}

    /** What read the document did not survive it. It is tried again while attempts are left. */
    record Crashed(String message) implements Finished {}
}
