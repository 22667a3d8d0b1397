package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.browse.Slice;
import java.util.List;

/** The quotations behind a number: exactly as many as it counts. */
record ReferencesPage(Frame frame, String found, Choices choices, List<Quotation> quotations, Pager pager) {
    private static final int SIZE = 40;

    private static final List<Facet> FACETS =
            List.of(Facet.VALUE, Facet.ROLE, Facet.EFFECT, Facet.ABOUT, Facet.TEAM, Facet.PERIOD, Facet.SECTION);

    static ReferencesPage of(Reader reader, Audit audit, Question question) {
        var references = new Catalogue(audit).references(question);
        var slice = Slice.of(references, question.page(), SIZE);
        return new ReferencesPage(
                Frame.of(reader, audit, "References", Addresses.REFERENCES),
                Numbers.of(references.size(), "reference"),
                Choices.of(audit, question, Addresses.REFERENCES, FACETS, false),
                slice.items().stream().map(filed -> Quotation.of(audit, filed)).toList(),
                Pager.of(slice, Addresses.REFERENCES, question));
    }
}
