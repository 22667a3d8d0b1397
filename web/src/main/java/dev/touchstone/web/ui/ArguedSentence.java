package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.UnnamedReason.Quoted;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Titles;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence that argues with a concern, away from its document.
 *
 * @param document leads to the sentence in its text
 * @param place such as "Decision Outcome, page 3"
 */
record ArguedSentence(String text, Link document, String place, List<String> particulars) {
    static ArguedSentence of(Catalogue catalogue, Quoted quoted) {
        var evidence = quoted.argument().evidence();
        var entry = catalogue.at(quoted.path());
        var particulars = new ArrayList<String>();
        entry.ifPresent(known -> {
            if (!(known.outcome() instanceof Audited audited)) return;
            particulars.add(Texts.team(audited.metadata().team()));
            particulars.add(Texts.day(audited.metadata().date()));
        });
        particulars.add("confidence " + Numbers.confidence(quoted.argument().confidence()));
        return new ArguedSentence(
                evidence.quote(),
                new Link(
                        entry.map(Titles::of).orElse(quoted.path()), Addresses.passage(quoted.path(), evidence.span())),
                Quotation.place(evidence.section(), evidence.page()),
                List.copyOf(particulars));
    }
}
