package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.Original;
import java.time.Instant;

/**
 * What stood at a document's path at one time: bytes that never change.
 *
 * @param number from 1 in the order of arrival
 * @param current whether it stands there now
 */
public record Version(Id<Version> id, Document document, int number, boolean current, Original original, Sent sent) {
    /**
     * How it came.
     *
     * @param name of the file as it was sent, cleaned
     * @param type media type that the sender claimed; empty when none
     */
    public record Sent(String name, String type, String by, Instant at) {}
}
