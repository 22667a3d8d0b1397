package dev.touchstone.web.app;

import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Annotator;
import java.util.IdentityHashMap;
import java.util.List;

/** Looks only at documents inside a scope: those outside are read, for what repeats, but cost no more. */
record ScopedAnnotator(Annotator annotator, Scope scope) implements Annotator {
    @Override
    public List<Annotated> annotate(Charter charter, List<Document> documents) {
        var inside = documents.stream()
                .filter(document -> scope.covers(document.metadata(), document.recognition()))
                .toList();
        var annotated = new IdentityHashMap<Document, Annotated>();
        for (var one : annotator.annotate(charter, inside)) annotated.put(one.document(), one);
        return documents.stream()
                .map(document -> annotated.getOrDefault(document, Annotated.unseen(document, List.of())))
                .toList();
    }

    @Override
    public List<Bundle> bundles(Charter charter) {
        return annotator.bundles(charter);
    }

    @Override
    public String identity() {
        return annotator.identity();
    }

    @Override
    public void close() {
        annotator.close();
    }
}
