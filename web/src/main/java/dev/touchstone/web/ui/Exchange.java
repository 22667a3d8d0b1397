package dev.touchstone.web.ui;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.web.browse.FiledTradeOff;
import java.util.function.IntFunction;

/** One trade-off as it is read: A gave way to B, with the quotation for each side. */
record Exchange(String gaveWay, String to, Link decision, String particulars, Side givenUp, Side served) {
    /** One side's words and where they stand. */
    record Side(String text, String href) {}

    static Exchange of(Charter charter, FiledTradeOff filed) {
        var path = filed.decision().entry().path();
        return of(charter, filed, number -> Addresses.reference(path, number));
    }

    /** On the page of its document. */
    static Exchange beside(Charter charter, FiledTradeOff filed) {
        return of(charter, filed, Addresses::reference);
    }

    private static Exchange of(Charter charter, FiledTradeOff filed, IntFunction<String> address) {
        var metadata = filed.decision().audited().metadata();
        var entry = filed.decision().entry();
        return new Exchange(
                charter.value(filed.tradeOff().gaveWay()).name(),
                charter.value(filed.tradeOff().to()).name(),
                new Link(filed.decision().title(), Addresses.document(entry)),
                Texts.team(metadata.team()) + " · " + Texts.day(metadata.date()),
                side(filed.givenUp(), address),
                side(filed.served(), address));
    }

    private static Side side(Reference reference, IntFunction<String> address) {
        return new Side(reference.evidence().quote(), address.apply(reference.number()));
    }
}
