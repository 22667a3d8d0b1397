package dev.touchstone.web.browse;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.auditor.score.Scorecard;
import java.util.List;
import java.util.stream.Stream;

/** One decision with the document that records it. */
public record FiledDecision(Entry entry, Audited audited, Scorecard scorecard) {
    /** The decision's title, or the document's where the decision has none of its own. */
    public String title() {
        var title = scorecard.decision().title();
        return title.isBlank() ? Titles.of(entry, audited) : title;
    }

    /** Whether its document records no other decision. */
    public boolean alone() {
        return audited.scorecards().size() == 1;
    }

    /** All references of the decision, each once, in order of their numbers. */
    public List<Reference> references() {
        var span = scorecard.decision().span();
        return audited.references().stream()
                .filter(reference -> span.contains(reference.evidence().span()))
                .toList();
    }

    /** What the decision says about one value of the charter. */
    public Score score(Value.Id value) {
        return scorecard.scores().stream()
                .filter(score -> score.value().equals(value))
                .findFirst()
                .orElseGet(() -> new Score.Silent(value));
    }

    /** What gave way to what in it. */
    public Stream<FiledTradeOff> tradeOffs() {
        return scorecard.tradeOffs().stream().map(tradeOff -> new FiledTradeOff(this, tradeOff));
    }
}
