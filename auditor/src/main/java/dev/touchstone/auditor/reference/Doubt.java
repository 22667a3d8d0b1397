package dev.touchstone.auditor.reference;

import dev.touchstone.auditor.charter.Value;

/** A sentence that may refer to a value, for a person to say. It counts in no number. */
public record Doubt(Value.Id value, Confidence confidence, Evidence evidence) {}
