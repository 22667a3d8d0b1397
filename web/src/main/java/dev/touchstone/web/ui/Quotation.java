package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.web.browse.FiledReference;
import dev.touchstone.web.browse.Titles;
import java.util.ArrayList;
import java.util.List;

/**
 * A reference away from its document: the words, what is said of them, and where they stand.
 *
 * @param place such as "Decision Outcome, page 3"
 */
record Quotation(
        String text, String value, Label effect, String role, Link document, String place, List<String> particulars) {
    static Quotation of(Audit audit, FiledReference filed) {
        return of(audit, filed.entry(), filed.audited(), filed.reference());
    }

    static Quotation of(Audit audit, Entry entry, Audited audited, Reference reference) {
        var metadata = audited.metadata();
        var particulars = new ArrayList<String>();
        particulars.add(Texts.team(metadata.team()));
        particulars.add(Texts.day(metadata.date()));
        particulars.add("confidence " + Numbers.confidence(reference.confidence()));
        if (reference.boilerplate()) particulars.add("repeats across documents");
        return new Quotation(
                reference.evidence().quote(),
                audit.charter().value(reference.value()).name(),
                Label.of(reference),
                Texts.role(reference.judgement().role()),
                new Link(Titles.of(entry), Addresses.reference(entry.path(), reference.number())),
                place(reference),
                List.copyOf(particulars));
    }

    static String place(Reference reference) {
        return place(reference.evidence().section(), reference.evidence().page());
    }

    static String place(String section, int page) {
        var parts = new ArrayList<String>();
        if (!section.isBlank()) parts.add(section);
        if (page > 0) parts.add("page " + page);
        return String.join(", ", parts);
    }
}
