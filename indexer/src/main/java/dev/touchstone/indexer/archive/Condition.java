package dev.touchstone.indexer.archive;

/** How an original is found to be when its bytes are read again. */
public sealed interface Condition {
    record Sound() implements Condition {}

    record Missing() implements Condition {}

    /** The file holds other bytes than its name says; {@code sha256} is theirs. */
    record Damaged(String sha256) implements Condition {}
}
