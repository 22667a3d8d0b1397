package dev.touchstone.web.app;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An exception of the register: a compromise of a value that somebody knowingly allowed in a decision. It is called a waiver in
 * the code, where an exception is something else.
 *
 * @param id of the entry in the register
 * @param by who wrote it down; empty when nobody signed in to do so
 * @param expired whether its last day is over
 */
public record Waiver(String id, Terms terms, String by, Instant at, boolean expired) {
    /**
     * What was allowed.
     *
     * @param path of the document, as people see it
     * @param decision id of the decision in the document
     * @param title of the decision when this was written
     * @param value id of the value that is compromised
     * @param approvedBy who allowed it
     * @param until the last day
     */
    public record Terms(
            String path,
            String decision,
            String title,
            String value,
            String approvedBy,
            String because,
            LocalDate until) {}
}
