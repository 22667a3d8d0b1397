package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.FiledDecision;
import dev.touchstone.web.browse.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The audit as one document to hand on: what it says, how it was made, and the evidence.
 *
 * @param stylesheet address of the stylesheet, which travels inside the report
 */
record ReportPage(
        Cover cover,
        String stylesheet,
        Numerals numbers,
        List<Exchange> exchanges,
        Unnamed unnamed,
        Appendix appendix) {
    /** Who, what and how. */
    record Cover(String organisation, String period, AuditPage.Opening opening, MethodPage method) {}

    /** The tables. */
    record Numerals(List<ValueLine> values, List<Grid> grids, List<AuditPage.Pair> pairs) {}

    /** The evidence, decision by decision, and what is in no number. */
    record Appendix(List<Filed> decisions, Unsure unsure, List<Gap> gaps) {}

    /** One decision with all its references. */
    record Filed(String path, DecisionRow row, List<Quotation> quotations) {}

    static ReportPage of(Audit audit, String stylesheet) {
        var catalogue = new Catalogue(audit);
        var decisions = catalogue.decisions(Question.ALL);
        var tradeOffs = catalogue.tradeOffs(Question.ALL);
        return new ReportPage(
                new Cover(
                        audit.charter().organisation(),
                        period(decisions),
                        Openings.of(audit, catalogue),
                        MethodPage.of(Reader.ANYBODY, audit)),
                stylesheet,
                new Numerals(
                        audit.summary().values().stream()
                                .map(line -> ValueLine.of(audit, line))
                                .toList(),
                        List.of(
                                Grid.of("Value by team", audit.byTeam(), Facet.TEAM),
                                Grid.of("Value by quarter", audit.byPeriod(), Facet.PERIOD)),
                        TradeOffsPage.pairs(audit, tradeOffs)),
                tradeOffs.stream()
                        .map(filed -> Exchange.of(audit.charter(), filed))
                        .toList(),
                Unnamed.of(audit),
                new Appendix(
                        decisions.stream()
                                .map(decision -> filed(audit, decision))
                                .toList(),
                        Unsure.of(audit, catalogue),
                        Gap.of(audit)));
    }

    private static Filed filed(Audit audit, FiledDecision decision) {
        return new Filed(
                decision.entry().path(),
                DecisionRow.of(audit.charter(), decision),
                decision.references().stream()
                        .map(reference -> Quotation.of(audit, decision.entry(), decision.audited(), reference))
                        .toList());
    }

    /** The days of the first and the last decision; the report itself has no date, so that the same audit gives the same bytes. */
    private static String period(List<FiledDecision> decisions) {
        var days = decisions.stream()
                .flatMap(decision -> decision.audited().metadata().date().stream())
                .sorted()
                .toList();
        if (days.isEmpty()) return "Decisions without dates";
        return "Decisions from %s to %s".formatted(day(days.getFirst()), day(days.getLast()));
    }

    private static String day(LocalDate day) {
        return Texts.day(Optional.of(day));
    }
}
