package dev.touchstone.models.djl;

import dev.touchstone.auditor.reference.Embedding;

/**
 * A text in the encoder's space.
 *
 * @param embedding a unit vector: inner products are likenesses in meaning
 * @param traits what the encoder was taught to tell of the text, for classifiers to build on: a logit, scaled, for each output of
 *     its {@link Adapter}
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
public record Encoded(Embedding embedding, float[] traits) {}
