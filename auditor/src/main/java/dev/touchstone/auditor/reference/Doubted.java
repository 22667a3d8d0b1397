package dev.touchstone.auditor.reference;

import dev.touchstone.auditor.charter.Value;

/**
 * What an annotator can neither say nor rule out: that a sentence refers to a value.
 *
 * @param sentence index into the annotated document's sentences
 */
public record Doubted(int sentence, Value.Id value, Confidence confidence) {}
