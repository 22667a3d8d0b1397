package dev.touchstone.auditor.reference;

/** A sentence's place in an encoder's space: a unit vector. The array is shared, not copied: treat it as read-only. */
@SuppressWarnings("ArrayRecordComponent") // identity is enough; copies of these would fill the heap
public record Embedding(float[] vector) {}
