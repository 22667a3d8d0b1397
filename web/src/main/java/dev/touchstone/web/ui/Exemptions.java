package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.web.app.Waiver;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.json.DocumentId;
import java.util.List;
import java.util.Optional;

/**
 * Exceptions beside the decision that they are about, or all of them.
 *
 * @param form to write one down; absent for those who may not
 */
record Exemptions(List<Row> rows, Optional<Form> form) {
    static final Exemptions NONE = new Exemptions(List.of(), Optional.empty());

    /**
     * One exception.
     *
     * @param decision leads to it where the audit has it
     * @param style a class of the stylesheet
     * @param state "until 3 May 2026", or "expired on 3 May 2026"
     * @param written by whom and when
     */
    record Row(
            String id,
            Link decision,
            String path,
            String value,
            String approvedBy,
            String because,
            String style,
            String state,
            String written) {}

    /** What the form is about. */
    record Form(String document, String decision, List<Option> values) {}

    /** A value to choose. */
    record Option(String id, String name) {}

    /** Those about one decision of a document. */
    static Exemptions of(Reader reader, Audit audit, String path, String decision, List<Waiver> waivers) {
        var form = reader.allows()
                ? Optional.of(new Form(DocumentId.of(path).text(), decision, options(audit)))
                : Optional.<Form>empty();
        var own = waivers.stream()
                .filter(waiver -> waiver.terms().decision().equals(decision))
                .toList();
        return new Exemptions(rows(audit, own), form);
    }

    private static List<Option> options(Audit audit) {
        return audit.charter().values().stream()
                .map(value -> new Option(value.id().text(), value.name()))
                .toList();
    }

    static List<Row> rows(Audit audit, List<Waiver> waivers) {
        var catalogue = new Catalogue(audit);
        return waivers.stream().map(waiver -> row(audit, catalogue, waiver)).toList();
    }

    private static Row row(Audit audit, Catalogue catalogue, Waiver waiver) {
        var terms = waiver.terms();
        var day = Texts.day(Optional.of(terms.until()));
        return new Row(
                waiver.id(),
                catalogue
                        .at(terms.path())
                        .map(entry -> new Link(terms.title(), Addresses.document(entry) + "#" + terms.decision()))
                        .orElseGet(() -> Link.plain(terms.title())),
                terms.path(),
                name(audit, terms.value()),
                terms.approvedBy(),
                terms.because(),
                waiver.expired() ? "expired" : "in-force",
                waiver.expired() ? "expired on " + day : "until " + day,
                (waiver.by().isEmpty() ? "" : "by " + waiver.by() + ", ") + Texts.moment(waiver.at()));
    }

    /** A value that the charter no longer has is called by its id. */
    private static String name(Audit audit, String value) {
        return audit.charter().values().stream()
                .filter(one -> one.id().text().equals(value))
                .findFirst()
                .map(one -> one.name())
                .orElse(value);
    }

    boolean any() {
        return !rows.isEmpty();
    }
}
