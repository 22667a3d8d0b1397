package dev.touchstone.auditor.reference;

/**
 * A sentence that gives a recurring concern as a reason, whether or not a value of the charter bundles it.
 *
 * @param concern id in the inventory, such as {@code resource-cost}
 */
public record Argument(String concern, Confidence confidence, Evidence evidence) {}
