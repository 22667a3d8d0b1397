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

    /** The concerns that each value bundles, in the charter's order: those listed, else those that its own texts speak of. */
    List<Bundle> bundles(Charter charter);

    /** Name and version of the model with its thresholds: two annotators with the same identity give the same answers. */
    String identity();

    @Override
    void close();
}
