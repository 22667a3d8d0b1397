package dev.touchstone.web.app;

import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Annotator;
import java.util.List;

/** An annotator that says who it is before its models are loaded: a home can be looked at meanwhile. */
record LateAnnotator(String identity, Late<? extends Annotator> late) implements Annotator {
    @Override
    public List<Annotated> annotate(Charter charter, List<Document> documents) {
        return late.get().annotate(charter, documents);
    }

    @Override
    public Recalled annotate(Charter charter, List<Document> documents, byte[] recollection) {
        return late.get().annotate(charter, documents, recollection);
    }

    @Override
    public String reader() {
        return late.get().reader();
    }

    @Override
    public List<Bundle> bundles(Charter charter) {
        return late.get().bundles(charter);
    }

    @Override
    public void close() {
        late.get().close();
    }
}
