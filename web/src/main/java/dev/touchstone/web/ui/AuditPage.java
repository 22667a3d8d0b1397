package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.FiledTradeOff;
import dev.touchstone.web.browse.Question;
import java.util.List;

/** The audit for those who lead: which values do work, where, and what gave way to what. */
record AuditPage(
        Frame frame,
        Opening opening,
        List<ValueLine> values,
        List<Grid> grids,
        Latest latest,
        Exchanges exchanges,
        Unnamed unnamed,
        Gaps gaps) {
    private static final int DECISIONS_SHOWN = 8;
    private static final int EXCHANGES_SHOWN = 2;
    private static final int GAPS_SHOWN = 6;

    /** The first thing read. */
    record Opening(String headline, List<String> sentences, List<Figure> figures) {}

    /** A large number with what it counts. */
    record Figure(Link number, String thing) {}

    /** The newest decisions. */
    record Latest(List<String> values, List<DecisionRow> rows, Link all) {}

    /** Which values gave way to which, and the newest of these cases. */
    record Exchanges(List<Pair> pairs, List<Exchange> newest, Link all) {}

    /** How often one value gave way to another. */
    record Pair(String gaveWay, String to, Link number) {}

    /**
     * What is not, or not wholly, in the numbers.
     *
     * @param unsure how many sentences the model left to a person
     */
    record Gaps(int failed, Unsure unsure, List<Gap> first, Link all) {
        boolean any() {
            return unsure.any() || !first.isEmpty();
        }
    }

    static AuditPage of(Reader reader, Audit audit) {
        var catalogue = new Catalogue(audit);
        return new AuditPage(
                Frame.of(reader, audit, "Audit", "/"),
                Openings.of(audit, catalogue),
                audit.summary().values().stream()
                        .map(line -> ValueLine.of(audit, line))
                        .toList(),
                List.of(
                        Grid.of("Value by team", audit.byTeam(), Facet.TEAM),
                        Grid.of("Value by quarter", audit.byPeriod(), Facet.PERIOD)),
                latest(audit, catalogue),
                exchanges(audit, catalogue.tradeOffs(Question.ALL)),
                Unnamed.of(audit),
                gaps(audit, catalogue));
    }

    /** What was sent without a decision coming of it; leads to the files, and to nothing when none was sent. */
    Link failures() {
        return gaps.failed() == 0
                ? Link.plain("")
                : new Link(Numbers.of(gaps.failed(), "file") + " could not be read", Addresses.FILES + "#gaps");
    }

    boolean empty() {
        return latest.rows().isEmpty();
    }

    private static Latest latest(Audit audit, Catalogue catalogue) {
        var decisions = catalogue.decisions(Question.ALL);
        return new Latest(
                audit.charter().values().stream().map(value -> value.name()).toList(),
                decisions.stream()
                        .limit(DECISIONS_SHOWN)
                        .map(decision -> DecisionRow.of(audit.charter(), decision))
                        .toList(),
                new Link("All " + Numbers.of(decisions.size(), "decision"), Addresses.DECISIONS));
    }

    private static Exchanges exchanges(Audit audit, List<FiledTradeOff> all) {
        return new Exchanges(
                TradeOffsPage.pairs(audit, all),
                all.stream()
                        .limit(EXCHANGES_SHOWN)
                        .map(filed -> Exchange.of(audit.charter(), filed))
                        .toList(),
                new Link("All " + Numbers.of(all.size(), "trade-off"), Addresses.TRADE_OFFS));
    }

    private static Gaps gaps(Audit audit, Catalogue catalogue) {
        var gaps = Gap.of(audit);
        return new Gaps(
                (int) gaps.stream().filter(gap -> gap.kind().equals("failed")).count(),
                Unsure.counted(catalogue),
                gaps.stream().limit(GAPS_SHOWN).toList(),
                new Link("All files and how they ended", Addresses.FILES));
    }
}
