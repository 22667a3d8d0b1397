package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.web.browse.FiledDoubt;
import dev.touchstone.web.browse.Titles;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of which the model could not tell whether it refers to some values.
 *
 * @param source leads to the sentence in its text
 */
record UnsureSentence(String text, List<Perhaps> values, Link source, List<String> particulars) {
    /** A value that it may refer to. */
    record Perhaps(String value, String confidence) {}

    /** The sentence away from its document. */
    static UnsureSentence of(Audit audit, FiledDoubt filed) {
        var metadata = filed.audited().metadata();
        var particulars = new ArrayList<String>();
        if (!place(filed).isEmpty()) particulars.add(place(filed));
        particulars.add(Texts.team(metadata.team()));
        particulars.add(Texts.day(metadata.date()));
        return of(audit, filed, new Link(Titles.of(filed.entry()), address(filed)), particulars);
    }

    /**
     * The sentence beside its document's text.
     *
     * @param kept whether the text is there to lead to
     */
    static UnsureSentence beside(Audit audit, FiledDoubt filed, boolean kept) {
        var place = place(filed);
        var words = place.isEmpty() ? "In the text" : "In " + place;
        return of(
                audit,
                filed,
                kept ? new Link(words, Addresses.passage(filed.evidence().span())) : Link.plain(words),
                List.of());
    }

    private static UnsureSentence of(Audit audit, FiledDoubt filed, Link source, List<String> particulars) {
        return new UnsureSentence(
                filed.evidence().quote(),
                filed.doubts().stream()
                        .map(doubt -> new Perhaps(
                                audit.charter().value(doubt.value()).name(),
                                "confidence " + Numbers.confidence(doubt.confidence())))
                        .toList(),
                source,
                List.copyOf(particulars));
    }

    private static String place(FiledDoubt filed) {
        return Quotation.place(filed.evidence().section(), filed.evidence().page());
    }

    private static String address(FiledDoubt filed) {
        return Addresses.passage(filed.entry().path(), filed.evidence().span());
    }
}
