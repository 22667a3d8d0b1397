package dev.touchstone.auditor.reference;

import java.util.List;

/** Turns texts into unit vectors whose inner product is their likeness in meaning. */
public interface Encoder extends AutoCloseable {
    /** One vector for each text, in the same order. */
    List<Embedding> encode(List<String> texts);

    int dimensions();

    /** Name and version of the encoder. */
    String identity();

    @Override
    void close();
}
