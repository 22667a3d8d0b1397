package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.browse.Slice;
import java.util.List;

/** The sentences of which the model could not tell whether they refer to a value: exactly as many as the number counts. */
record UnsurePage(Frame frame, String found, Choices choices, List<UnsureSentence> sentences, Pager pager) {
    private static final int SIZE = 40;

    private static final List<Facet> FACETS = List.of(Facet.VALUE, Facet.TEAM, Facet.PERIOD, Facet.SECTION);

    static UnsurePage of(Reader reader, Audit audit, Question question) {
        var doubts = new Catalogue(audit).doubts(question);
        var slice = Slice.of(doubts, question.page(), SIZE);
        return new UnsurePage(
                Frame.of(reader, audit, "Unsure", ""),
                Numbers.of(doubts.size(), "sentence"),
                Choices.of(audit, question, Addresses.UNSURE, FACETS, false),
                slice.items().stream()
                        .map(filed -> UnsureSentence.of(audit, filed))
                        .toList(),
                Pager.of(slice, Addresses.UNSURE, question));
    }
}
