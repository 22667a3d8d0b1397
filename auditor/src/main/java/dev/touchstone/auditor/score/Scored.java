package dev.touchstone.auditor.score;

import dev.touchstone.auditor.reference.Argument;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Reference;
import java.util.List;

/**
 * What was found in a document and what it adds up to.
 *
 * @param references all of them by number, those outside any decision too
 * @param doubts sentences that may be references and count in nothing, in order of place and then of value, without text that
 *     repeats across documents
 * @param arguments sentences that give a concern as a reason, in order of place, without text that repeats across documents
 * @param scorecards one for each decision, in order; none for minutes that decide nothing
 */
public record Scored(
        List<Reference> references, List<Doubt> doubts, List<Argument> arguments, List<Scorecard> scorecards) {
    public Scored {
        references = List.copyOf(references);
        doubts = List.copyOf(doubts);
        arguments = List.copyOf(arguments);
        scorecards = List.copyOf(scorecards);
    }
}
