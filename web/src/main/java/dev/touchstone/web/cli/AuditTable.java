package dev.touchstone.web.cli;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Ratio;
import dev.touchstone.auditor.audit.Summary;
import dev.touchstone.auditor.charter.Concern;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.score.TradeOff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An audit on one page of a terminal: the values, what gave way to what, and which files could not be read. */
final class AuditTable {
    private static final int TRADE_OFFS = 10;
    private static final int PARTIAL = 10;
    private static final int UNNAMED = 10;

    private final Audit audit;
    private final List<String> lines = new ArrayList<>();

    private AuditTable(Audit audit) {
        this.audit = audit;
    }

    static List<String> lines(Audit audit) {
        var table = new AuditTable(audit);
        table.head();
        table.values();
        table.tradeOffs();
        table.unnamed();
        table.failures();
        table.partial();
        return table.lines;
    }

    private void head() {
        var documents = audit.all().count();
        lines.add("%s: %s, %s"
                .formatted(
                        audit.charter().organisation(),
                        count(documents, "document"),
                        count(audit.summary().decisions(), "decision")));
        lines.add("");
    }

    private void values() {
        var table = new Table(
                "value",
                "at work in",
                "references",
                "reasons",
                "behaviours",
                "declarations",
                "served",
                "given up",
                "motivates",
                "decoration");
        for (var line : audit.summary().values()) table.row(cells(line));
        lines.addAll(table.lines());
        lines.add("");
        lines.add(
                "at work: decisions of %d with at least one reason or behaviour; decoration: declarations ÷ references"
                        .formatted(audit.summary().decisions()));
    }

    private Object[] cells(Summary.Line line) {
        var roles = line.roles();
        var effects = line.effects();
        return new Object[] {
            name(line.value()),
            line.decisionsAtWork(),
            roles.references(),
            roles.reasons(),
            roles.behaviours(),
            roles.declarations(),
            effects.served(),
            effects.givenUp(),
            effects.motivates(),
            text(line.decorationIndex())
        };
    }

    private static String text(Ratio ratio) {
        var thousandths = ratio.thousandths();
        return thousandths.isPresent()
                ? BigDecimal.valueOf(thousandths.getAsInt(), 3).toString()
                : "-";
    }

    private record Pair(Value.Id gaveWay, Value.Id to) {}

    private record Case(Entry entry, TradeOff tradeOff) {}

    private void tradeOffs() {
        var cases = audit.all().flatMap(AuditTable::cases).toList();
        if (cases.isEmpty()) return;
        Map<Pair, List<Case>> byPair =
                new TreeMap<>(Comparator.comparing(Pair::gaveWay).thenComparing(Pair::to));
        byPair.putAll(cases.stream()
                .collect(Collectors.groupingBy(
                        one -> new Pair(one.tradeOff().gaveWay(), one.tradeOff().to()))));
        lines.add("");
        lines.add("Trade-offs");
        byPair.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Pair, List<Case>> pair) ->
                                pair.getValue().size())
                        .reversed())
                .limit(TRADE_OFFS)
                .forEach(pair -> lines.add("  %s gave way to %s in %s, such as %s"
                        .formatted(
                                name(pair.getKey().gaveWay()),
                                name(pair.getKey().to()),
                                count(pair.getValue().size(), "decision"),
                                pair.getValue().getFirst().entry().path())));
        if (byPair.size() > TRADE_OFFS) lines.add("  and %d more pairs".formatted(byPair.size() - TRADE_OFFS));
    }

    private static Stream<Case> cases(Entry entry) {
        if (!(entry.outcome() instanceof Audited audited)) return Stream.empty();
        return audited.scorecards().stream()
                .flatMap(scorecard -> scorecard.tradeOffs().stream())
                .map(tradeOff -> new Case(entry, tradeOff));
    }

    private void unnamed() {
        var recurring = audit.unnamed().recurring();
        if (recurring.isEmpty()) return;
        lines.add("");
        lines.add("Reasons that the charter does not name");
        for (var reason : recurring.subList(0, Math.min(UNNAMED, recurring.size())))
            lines.add("  %s in %s (%s), such as %s"
                    .formatted(
                            Concern.plain(reason.concern()),
                            count(reason.decisions(), "decision"),
                            count(reason.sentences().size(), "sentence"),
                            reason.examples().getFirst().path()));
        if (recurring.size() > UNNAMED) lines.add("  and %d more".formatted(recurring.size() - UNNAMED));
    }

    private void failures() {
        var failed =
                audit.all().filter(entry -> entry.outcome() instanceof Failed).toList();
        if (failed.isEmpty()) return;
        lines.add("");
        lines.add("Failed: " + count(failed.size(), "document"));
        for (var entry : failed)
            if (entry.outcome() instanceof Failed failure)
                lines.add("  %s: %s".formatted(entry.path(), failure.reason()));
    }

    private void partial() {
        var partial = audit.all()
                .filter(entry -> entry.outcome() instanceof Audited audited
                        && !audited.limits().isEmpty())
                .toList();
        if (partial.isEmpty()) return;
        lines.add("");
        lines.add("Partly audited: " + count(partial.size(), "document"));
        for (var entry : partial.subList(0, Math.min(PARTIAL, partial.size())))
            if (entry.outcome() instanceof Audited audited)
                lines.add("  %s: %s".formatted(entry.path(), String.join("; ", audited.limits())));
        if (partial.size() > PARTIAL) lines.add("  and %d more".formatted(partial.size() - PARTIAL));
    }

    private String name(Value.Id id) {
        return audit.charter().value(id).name();
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
