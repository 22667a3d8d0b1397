package dev.touchstone.indexer.search;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.search.Hit;

/** A reference as its passage keeps it: {@code 3␟104␟163␟} and the {@link ReferenceTerm}. */
record StoredReference(int number, Span span, ReferenceTerm term) {
    private static final String MARK = "\u001F";

    static StoredReference of(Reference reference) {
        return new StoredReference(reference.number(), reference.evidence().span(), ReferenceTerm.of(reference));
    }

    static StoredReference parse(String text) {
        var parts = text.split(MARK, 4);
        return new StoredReference(
                Integer.parseInt(parts[0]),
                new Span(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])),
                ReferenceTerm.parse(parts[3]));
    }

    String text() {
        return number + MARK + span.start() + MARK + span.end() + MARK + term.text();
    }

    Hit.Referring referring() {
        return new Hit.Referring(number, term.value(), term.stance(), term.effect(), term.role(), span);
    }
}
