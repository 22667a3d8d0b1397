package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.browse.Slice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All decisions that answer, a page at a time, each with what it does to every value. */
record DecisionsPage(
        Frame frame,
        String found,
        Choices choices,
        List<Heading> headings,
        List<String> values,
        List<DecisionRow> rows,
        Pager pager) {
    private static final int SIZE = 50;

    private static final List<Facet> FACETS =
            List.of(Facet.VALUE, Facet.EFFECT, Facet.TEAM, Facet.STATUS, Facet.PERIOD, Facet.FORMAT);

    /**
     * A column that the list can be put in order by.
     *
     * @param direction {@code ascending}, {@code descending} or {@code none}, as assistive technology says it
     */
    record Heading(Link link, String direction) {}

    /** Of a list in an order of its own. */
    static final List<Heading> PLAIN_HEADINGS = Stream.of("Decision", "Date", "Team")
            .map(name -> new Heading(Link.plain(name), "none"))
            .toList();

    static DecisionsPage of(Reader reader, Audit audit, Question question) {
        var decisions = new Catalogue(audit).decisions(question);
        var slice = Slice.of(decisions, question.page(), SIZE);
        return new DecisionsPage(
                Frame.of(reader, audit, "Decisions", Addresses.DECISIONS),
                Numbers.of(decisions.size(), "decision"),
                Choices.of(audit, question, Addresses.DECISIONS, FACETS, true),
                headings(question),
                audit.charter().values().stream().map(value -> value.name()).toList(),
                slice.items().stream()
                        .map(decision -> DecisionRow.of(audit.charter(), decision))
                        .toList(),
                Pager.of(slice, Addresses.DECISIONS, question));
    }

    private static List<Heading> headings(Question question) {
        return Stream.of("title", "date", "team")
                .map(column -> heading(question, column))
                .toList();
    }

    private static Heading heading(Question question, String column) {
        var name = column.substring(0, 1).toUpperCase(Locale.ROOT) + column.substring(1);
        if (!column.equals("date"))
            return new Heading(
                    new Link(name, question.sorted(column).address(Addresses.DECISIONS)),
                    question.sort().equals(column) ? "ascending" : "none");
        var oldest = question.sort().equals("oldest");
        var newest = question.sort().isEmpty() || question.sort().equals("newest");
        return new Heading(
                new Link(name, question.sorted(newest ? "oldest" : "").address(Addresses.DECISIONS)),
                newest ? "descending" : oldest ? "ascending" : "none");
    }
}
