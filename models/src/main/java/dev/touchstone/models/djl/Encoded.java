package dev.touchstone.models.djl;

import dev.touchstone.auditor.reference.Embedding;

/**
 * A text in the encoder's space.
 *
 * @param embedding a unit vector: inner products are likenesses in meaning
 * @param traits what the encoder says of the text for classifiers to build on: with an {@link Adapter} what it was taught to
 *     tell, else the vector again
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
public record Encoded(Embedding embedding, float[] traits) {}
