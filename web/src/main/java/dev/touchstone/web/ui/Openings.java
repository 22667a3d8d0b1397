package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Summary.Line;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.ui.AuditPage.Figure;
import dev.touchstone.web.ui.AuditPage.Opening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The first words of an audit: what the numbers below say, in a few sentences that make no more of them than they bear. */
final class Openings {
    private Openings() {}

    static Opening of(Audit audit, Catalogue catalogue) {
        var decisions = audit.summary().decisions();
        var headline = decisions == 0
                ? "No decision has been audited yet"
                : "What %s %s about %s %s"
                        .formatted(
                                Numbers.of(decisions, "decision"),
                                decisions == 1 ? "says" : "say",
                                Numbers.spelled(audit.charter().values().size()),
                                audit.charter().values().size() == 1 ? "value" : "values");
        return new Opening(headline, sentences(audit), figures(audit, catalogue));
    }

    private static List<String> sentences(Audit audit) {
        if (audit.summary().decisions() < Numbers.ENOUGH) return List.of();
        var sentences = new ArrayList<String>();
        var byWork = audit.summary().values().stream()
                .sorted(Comparator.comparingInt(Line::decisionsAtWork).reversed())
                .toList();
        sentences.add(work(audit, byWork.getFirst(), byWork.getLast()));
        byWork.stream()
                .filter(Openings::givesWayMoreThanServed)
                .findFirst()
                .ifPresent(line -> sentences.add("%s is given up more often than it is served (%d to %d)."
                        .formatted(
                                name(audit, line),
                                line.effects().givenUp(),
                                line.effects().served())));
        byWork.stream()
                .filter(line -> line.roles().references() >= Numbers.ENOUGH)
                .max(Comparator.comparingInt(
                        line -> line.decorationIndex().thousandths().orElse(0)))
                .filter(line -> line.roles().declarations() > 0)
                .ifPresent(line -> sentences.add("%s is declared most: %d of its %d references carry no argument."
                        .formatted(
                                name(audit, line),
                                line.roles().declarations(),
                                line.roles().references())));
        return sentences;
    }

    private static String work(Audit audit, Line most, Line least) {
        var decisions = audit.summary().decisions();
        if (most.decisionsAtWork() == least.decisionsAtWork())
            return "Each value does work in %d of them.".formatted(most.decisionsAtWork());
        return "%s does work in %d of them (%s), %s in %d (%s)."
                .formatted(
                        name(audit, most),
                        most.decisionsAtWork(),
                        Numbers.percent(most.decisionsAtWork(), decisions),
                        name(audit, least),
                        least.decisionsAtWork(),
                        Numbers.percent(least.decisionsAtWork(), decisions));
    }

    private static boolean givesWayMoreThanServed(Line line) {
        return line.effects().givenUp() >= Numbers.ENOUGH
                && line.effects().givenUp() > line.effects().served();
    }

    private static String name(Audit audit, Line line) {
        return audit.charter().value(line.value()).name();
    }

    private static List<Figure> figures(Audit audit, Catalogue catalogue) {
        var references = catalogue.references(Question.ALL).size();
        var tradeOffs = catalogue.tradeOffs(Question.ALL).size();
        var files = (int) audit.all().count();
        var unscored = (int) audit.all().filter(Openings::isOutsideTheNumbers).count();
        return List.of(
                new Figure(Link.count(audit.summary().decisions(), Addresses.DECISIONS), "decisions"),
                new Figure(Link.count(references, Addresses.REFERENCES), "references"),
                new Figure(Link.count(tradeOffs, Addresses.TRADE_OFFS), "trade-offs"),
                new Figure(Link.count(files, Addresses.FILES), "files read"),
                new Figure(Link.count(unscored, Addresses.FILES + "#gaps"), "failed or not scored"));
    }

    private static boolean isOutsideTheNumbers(Entry entry) {
        return !(entry.outcome() instanceof Audited audited && audited.extent().scored());
    }
}
