package dev.touchstone.web.ui;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.web.browse.FiledTradeOff;

/** One trade-off as it is read: A gave way to B, with the quotation for each side. */
record Exchange(String gaveWay, String to, Link decision, String particulars, Side givenUp, Side served) {
    /** One side's words and where they stand. */
    record Side(String text, String href) {}

    static Exchange of(Charter charter, FiledTradeOff filed) {
        var metadata = filed.decision().audited().metadata();
        var entry = filed.decision().entry();
        return new Exchange(
                charter.value(filed.tradeOff().gaveWay()).name(),
                charter.value(filed.tradeOff().to()).name(),
                new Link(filed.decision().title(), Addresses.document(entry)),
                Texts.team(metadata.team()) + " · " + Texts.day(metadata.date()),
                side(filed, filed.givenUp()),
                side(filed, filed.served()));
    }

    private static Side side(FiledTradeOff filed, Reference reference) {
        return new Side(
                reference.evidence().quote(),
                Addresses.reference(filed.decision().entry().path(), reference.number()));
    }
}
