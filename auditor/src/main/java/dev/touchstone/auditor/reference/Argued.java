package dev.touchstone.auditor.reference;

/**
 * What an annotator says a sentence gives as its reason, whatever the charter holds.
 *
 * @param sentence index into the annotated document's sentences
 * @param concern id in the inventory, such as {@code resource-cost}
 */
public record Argued(int sentence, String concern, Confidence confidence) {}
