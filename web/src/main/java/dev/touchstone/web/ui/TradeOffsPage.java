package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.FiledTradeOff;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.browse.Slice;
import dev.touchstone.web.ui.AuditPage.Pair;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ledger of what gave way to what. */
record TradeOffsPage(
        Frame frame, String found, List<Pair> pairs, Choices choices, List<Exchange> exchanges, Pager pager) {
    private static final int SIZE = 30;

    private record Direction(Value.Id gaveWay, Value.Id to) {}

    static TradeOffsPage of(Reader reader, Audit audit, Question question) {
        var tradeOffs = new Catalogue(audit).tradeOffs(question);
        var slice = Slice.of(tradeOffs, question.page(), SIZE);
        return new TradeOffsPage(
                Frame.of(reader, audit, "Trade-offs", Addresses.TRADE_OFFS),
                Numbers.of(tradeOffs.size(), "trade-off"),
                pairs(audit, tradeOffs),
                Choices.of(
                        audit,
                        question,
                        Addresses.TRADE_OFFS,
                        List.of(Facet.VALUE, Facet.TEAM, Facet.STATUS, Facet.PERIOD),
                        false),
                slice.items().stream()
                        .map(filed -> Exchange.of(audit.charter(), filed))
                        .toList(),
                Pager.of(slice, Addresses.TRADE_OFFS, question));
    }

    /** How often which value gave way to which, the most frequent first. */
    static List<Pair> pairs(Audit audit, List<FiledTradeOff> tradeOffs) {
        Map<Direction, Long> counts = tradeOffs.stream()
                .map(filed -> new Direction(
                        filed.tradeOff().gaveWay(), filed.tradeOff().to()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Direction, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(count -> count.getKey().gaveWay())
                        .thenComparing(count -> count.getKey().to()))
                .map(count -> pair(audit, count.getKey(), Math.toIntExact(count.getValue())))
                .toList();
    }

    private static Pair pair(Audit audit, Direction direction, int count) {
        var charter = audit.charter();
        var href = Addresses.asking(direction.to())
                .givingWay(direction.gaveWay().text())
                .address(Addresses.TRADE_OFFS);
        return new Pair(
                charter.value(direction.gaveWay()).name(),
                charter.value(direction.to()).name(),
                Link.count(count, href));
    }
}
