package dev.touchstone.web.ui;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.web.browse.FiledDecision;
import java.util.List;

/** One decision in a list: what it is, and what it does to each value of the charter. */
record DecisionRow(Link title, String day, String machineDay, String team, String status, List<Mark> marks) {
    /** What the decision does to one value. */
    record Mark(String value, Label label) {
        boolean silent() {
            return label.style().equals("silent");
        }
    }

    static DecisionRow of(Charter charter, FiledDecision decision) {
        var metadata = decision.audited().metadata();
        var marks = charter.values().stream()
                .map(value -> new Mark(value.name(), Label.of(decision.score(value.id()))))
                .toList();
        return new DecisionRow(
                new Link(decision.title(), address(decision)),
                Texts.day(metadata.date()),
                Texts.machineDay(metadata.date()),
                Texts.team(metadata.team()),
                Texts.plain(metadata.status().normal()),
                marks);
    }

    private static String address(FiledDecision decision) {
        var page = Addresses.document(decision.entry());
        return decision.alone()
                ? page
                : page + "#" + decision.scorecard().decision().id();
    }

    boolean allSilent() {
        return marks.stream().allMatch(Mark::silent);
    }
}
