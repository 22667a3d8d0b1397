package dev.touchstone.models.djl;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Encoder;
import java.util.List;

/** An encoder that tells more of a text than its place in the space. */
public interface SentenceEncoder extends Encoder {
    /** One reading for each text, in the same order. */
    List<Encoded> read(List<String> texts);

    /**
     * What each text is about by its words alone, in no order: a unit vector, in another space than readings are. It costs next to
     * nothing.
     */
    List<Embedding> glance(List<String> texts);

    /** Length of the traits of every text. */
    int traits();

    /**
     * An encoder of the same kind that has learnt nothing from an organisation, to measure on it and to train what is built on
     * the traits. The caller closes it; closing this one does not.
     */
    SentenceEncoder without(String organisation);

    @Override
    default List<Embedding> encode(List<String> texts) {
        return read(texts).stream().map(Encoded::embedding).toList();
    }
}
