package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.web.browse.FiledDoubt;
import dev.touchstone.web.browse.Titles;
import java.util.List;

/**
 * A sentence of which the model could not tell whether it refers to a value.
 *
 * @param source leads to the sentence in its text
 */
record UnsureSentence(String text, String value, String confidence, Link source, List<String> particulars) {
    /** The sentence away from its document. */
    static UnsureSentence of(Audit audit, FiledDoubt filed) {
        var metadata = filed.audited().metadata();
        var place = place(filed.doubt());
        return of(
                audit,
                filed.doubt(),
                new Link(Titles.of(filed.entry()), address(filed)),
                place.isEmpty()
                        ? List.of(Texts.team(metadata.team()), Texts.day(metadata.date()))
                        : List.of(place, Texts.team(metadata.team()), Texts.day(metadata.date())));
    }

    /**
     * The sentence beside its document's text.
     *
     * @param kept whether the text is there to lead to
     */
    static UnsureSentence beside(Audit audit, FiledDoubt filed, boolean kept) {
        var place = place(filed.doubt());
        var words = place.isEmpty() ? "In the text" : "In " + place;
        return of(audit, filed.doubt(), kept ? new Link(words, address(filed)) : Link.plain(words), List.of());
    }

    private static UnsureSentence of(Audit audit, Doubt doubt, Link source, List<String> particulars) {
        return new UnsureSentence(
                doubt.evidence().quote(),
                audit.charter().value(doubt.value()).name(),
                "confidence " + Numbers.confidence(doubt.confidence()),
                source,
                particulars);
    }

    private static String place(Doubt doubt) {
        return Quotation.place(doubt.evidence().section(), doubt.evidence().page());
    }

    private static String address(FiledDoubt filed) {
        return Addresses.passage(filed.entry().path(), filed.doubt().evidence().span());
    }
}
