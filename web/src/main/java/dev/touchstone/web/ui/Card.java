package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Balance;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.auditor.score.Scorecard;
import dev.touchstone.web.browse.FiledDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A decision's scorecard.
 *
 * @param exemptions the exceptions that were allowed in it
 */
record Card(
        String id,
        String title,
        List<Choice> options,
        List<Line> lines,
        List<Exchange> exchanges,
        Exemptions exemptions) {
    private static final int AT_ONCE = 3;

    /** An option and what became of it. */
    record Choice(String title, String fate) {}

    /**
     * One value in the decision.
     *
     * @param counts such as "2 served, 1 given up"
     * @param evidence leads to the references in the text
     */
    record Line(String value, Label label, String counts, List<Link> evidence) {
        boolean silent() {
            return evidence.isEmpty();
        }
    }

    /** The trade-offs that are shown at once. */
    List<Exchange> first() {
        return exchanges.stream().limit(AT_ONCE).toList();
    }

    /** Those that a reader opens: one sentence given up for several values would fill the page before its text. */
    List<Exchange> further() {
        return exchanges.stream().skip(AT_ONCE).toList();
    }

    /** The values that the decision refers to. */
    List<Line> spoken() {
        return lines.stream().filter(line -> !line.silent()).toList();
    }

    /** Names of the values that it is silent on. */
    String silentOn() {
        return lines.stream().filter(Line::silent).map(Line::value).collect(Collectors.joining(", "));
    }

    static Card of(Charter charter, Entry entry, Audited audited, Scorecard scorecard, Exemptions exemptions) {
        var decision = new FiledDecision(entry, audited, scorecard);
        return new Card(
                scorecard.decision().id().text(),
                decision.title(),
                scorecard.decision().options().stream()
                        .map(option -> new Choice(option.title(), Texts.fate(option.fate())))
                        .toList(),
                charter.values().stream()
                        .map(value -> line(value, decision.score(value.id())))
                        .toList(),
                decision.tradeOffs()
                        .map(filed -> Exchange.beside(charter, filed))
                        .toList(),
                exemptions);
    }

    private static Line line(Value value, Score score) {
        return new Line(
                value.name(),
                Label.of(score),
                counts(score),
                switch (score) {
                    case Score.Silent _ -> List.of();
                    case Score.Measured measured ->
                        measured.references().stream().map(Card::link).toList();
                });
    }

    private static Link link(Reference reference) {
        return new Link(Integer.toString(reference.number()), Addresses.reference(reference.number()));
    }

    /** Such as "2 served, 1 given up"; empty where there is nothing to count. */
    static String counts(Score score) {
        return switch (score) {
            case Score.Silent _ -> "";
            case Score.Measured measured ->
                counts(measured.balance(), measured.references().size());
        };
    }

    private static String counts(Balance balance, int references) {
        var parts = new ArrayList<String>();
        if (balance.served() > 0) parts.add(balance.served() + " served");
        if (balance.givenUp() > 0) parts.add(balance.givenUp() + " given up");
        if (balance.motivates() > 0) parts.add(balance.motivates() + " motivates");
        if (balance.declarations() > 0) parts.add(balance.declarations() + " declared");
        var others = references - balance.served() - balance.givenUp() - balance.motivates() - balance.declarations();
        if (others > 0) parts.add(others + " without effect");
        return String.join(", ", parts);
    }
}
