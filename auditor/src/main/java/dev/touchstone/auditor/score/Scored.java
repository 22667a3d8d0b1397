package dev.touchstone.auditor.score;

import dev.touchstone.auditor.reference.Argument;
import dev.touchstone.auditor.reference.Reference;
import java.util.List;

/**
 * A document's references and what they add up to.
 *
 * @param references all of them by number, those outside any decision too
 * @param arguments in order of place, without text that repeats across documents
 * @param scorecards one for each decision, in order
 */
public record Scored(List<Reference> references, List<Argument> arguments, List<Scorecard> scorecards) {
    public Scored {
        references = List.copyOf(references);
        arguments = List.copyOf(arguments);
        scorecards = List.copyOf(scorecards);
    }
}
