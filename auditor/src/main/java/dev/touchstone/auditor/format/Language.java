package dev.touchstone.auditor.format;

import dev.touchstone.auditor.decision.Standing;
import java.util.List;

/**
 * The words by which a format gives away an argument or a choice inside a section.
 *
 * @param sides labels and openings of arguments
 * @param choices what comes before the name of the chosen option: {@code chosen option}
 * @param refusals what says that an option was turned down: {@code we decided against}
 * @param shapes of a whole decision in one sentence (Y-statement), which falls into {@code clauses}
 */
public record Language(
        List<Side> sides, List<String> choices, List<String> refusals, List<Wording> shapes, List<Clause> clauses) {
    public static final Language NONE = new Language(List.of(), List.of(), List.of(), List.of(), List.of());

    public Language {
        sides = List.copyOf(sides);
        choices = choices.stream().map(Folded::of).toList();
        refusals = refusals.stream().map(Folded::of).toList();
        shapes = List.copyOf(shapes);
        clauses = List.copyOf(clauses);
    }

    /**
     * One side of an argument.
     *
     * @param labels stand alone, before a list or as a heading: {@code pros}
     * @param openings begin a sentence: {@code good, because*}
     */
    public record Side(Standing.Argument argument, List<Wording> labels, List<Wording> openings) {
        public Side {
            labels = List.copyOf(labels);
            openings = List.copyOf(openings);
        }
    }

    /** A part of a sentence, from one of its openings to the next clause. */
    public record Clause(List<String> openings, SectionRule.Subject subject, Standing.Argument argument) {
        public Clause {
            openings = openings.stream().map(Folded::of).toList();
        }
    }

    Language over(Language base) {
        return new Language(
                Both.of(sides, base.sides),
                Both.of(choices, base.choices),
                Both.of(refusals, base.refusals),
                Both.of(shapes, base.shapes),
                Both.of(clauses, base.clauses));
    }
}
