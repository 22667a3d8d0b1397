package dev.touchstone.auditor.reference;

import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Document;
import java.util.List;

/** Finds the sentences of documents and the values at work in them. */
public interface Annotator extends AutoCloseable {
    /**
     * One answer for each document, in the same order. The result for a document does not depend on the others; they come
     * together because encoding many sentences at once is cheaper.
     */
    List<Annotated> annotate(Charter charter, List<Document> documents);

    /**
     * The same answers, without reading again what was read before.
     *
     * @param recollection what was given back when the same documents were annotated before, with whatever charter; empty, or
     *     damaged, it saves nothing
     */
    default Recalled annotate(Charter charter, List<Document> documents, byte[] recollection) {
        return new Recalled(annotate(charter, documents), recollection);
    }

    /**
     * Documents annotated, and what was read of them now and before.
     *
     * @param recollection in a form of the annotator's own; the array that was given when there is nothing new
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes for a file, never written to
    record Recalled(List<Annotated> annotated, byte[] recollection) {
        public Recalled {
            annotated = List.copyOf(annotated);
        }
    }

    /** Name and version of what reads, whatever it makes of it: only its own recollections are of use to it. */
    default String reader() {
        return identity();
    }

    /** The concerns that each value bundles, in the charter's order: those listed, else those that its own texts speak of. */
    List<Bundle> bundles(Charter charter);

    /** Name and version of the model with its thresholds: two annotators with the same identity give the same answers. */
    String identity();

    @Override
    void close();
}
