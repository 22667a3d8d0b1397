package dev.touchstone.web.app;

import java.time.Instant;

/**
 * What stood at a document's path at one time.
 *
 * @param number from 1 in the order of arrival
 * @param sha256 of the bytes
 * @param at when it came
 * @param by who sent it; empty when nobody signed in to do so
 * @param shown whether it is the one in the audit
 */
public record DocumentVersion(int number, String sha256, Instant at, String by, boolean shown) {}
