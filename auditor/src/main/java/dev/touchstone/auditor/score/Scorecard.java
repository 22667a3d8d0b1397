package dev.touchstone.auditor.score;

import dev.touchstone.auditor.decision.Decision;
import java.util.List;

/** One decision against the charter: a score for each of its values in the charter's order, and what gave way to what. */
public record Scorecard(Decision decision, List<Score> scores, List<TradeOff> tradeOffs) {
    public Scorecard {
        scores = List.copyOf(scores);
        tradeOffs = List.copyOf(tradeOffs);
    }
}
