package dev.touchstone.models.classify;

import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.models.classify.Resemblance.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in words which signals spoke for a reference. */
final class Explanation {
    /** In standard deviations: what is less like the sentence did not speak. */
    private static final double REMARKABLE = 1.5;

    private static final float LEAST_CONCERN = 0.1f;
    private static final int MOST_CONCERNS = 2;

    private final List<String> labels;

    /** @param labels of the heads: ids of the concerns first */
    Explanation(List<String> labels) {
        this.labels = List.copyOf(labels);
    }

    List<Signal> signals(Judging judging, Resemblance resemblance, Cues cues, Confidence confidence) {
        var signals = new ArrayList<Signal>();
        resemblance.matches().stream()
                .map(match -> match.term().text())
                .distinct()
                .forEach(term -> signals.add(new Signal(Signal.Kind.TERM, term)));
        likeness(Signal.Kind.STATEMENT, resemblance.statement()).ifPresent(signals::add);
        if (!resemblance.behaviour().text().isEmpty())
            signals.add(quoted(Signal.Kind.BEHAVIOUR, resemblance.behaviour()));
        likeness(Signal.Kind.COUNTER_BEHAVIOUR, resemblance.counterBehaviour()).ifPresent(signals::add);
        likeness(Signal.Kind.ALTERNATIVE, resemblance.alternative()).ifPresent(signals::add);
        concerns(judging, resemblance).forEach(signals::add);
        signals.add(new Signal(Signal.Kind.MODEL, number(confidence.permille() / 1000.0)));
        cues(cues).forEach(signals::add);
        return signals;
    }

    /** What the place in the document added. */
    static List<Signal> place(Situation situation, String heading) {
        var signals = new ArrayList<Signal>();
        if (situation.section() != Section.Kind.OTHER)
            signals.add(new Signal(
                    Signal.Kind.SECTION,
                    situation.section().name().toLowerCase(Locale.ROOT) + (heading.isEmpty() ? "" : ": " + heading)));
        var standing = situation.standing();
        var side = switch (standing.argument()) {
            case PRO -> "for ";
            case CON -> "against ";
            case NEUTRAL, NONE -> "";
        };
        if (standing.about() != Standing.About.UNKNOWN || !side.isEmpty())
            signals.add(new Signal(
                    Signal.Kind.OPTION,
                    (side + about(standing.about()) + (standing.option().isEmpty() ? "" : " " + standing.option()))
                            .strip()));
        return signals;
    }

    private static String about(Standing.About about) {
        return switch (about) {
            case CHOSEN -> "the chosen option";
            case REJECTED -> "a rejected option";
            case TODAY -> "today's state";
            case UNKNOWN -> "an option";
        };
    }

    private static Optional<Signal> likeness(Signal.Kind kind, Nearest nearest) {
        return nearest.likeness() < REMARKABLE ? Optional.empty() : Optional.of(quoted(kind, nearest));
    }

    private static Signal quoted(Signal.Kind kind, Nearest nearest) {
        return new Signal(kind, number(nearest.similarity()) + " \"" + nearest.text() + "\"");
    }

    private Stream<Signal> concerns(Judging judging, Resemblance resemblance) {
        return resemblance.profile().concerns().stream()
                .filter(concern -> judging.probabilities()[concern] >= LEAST_CONCERN)
                .sorted(Comparator.<Integer>comparingDouble(concern -> -judging.probabilities()[concern])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_CONCERNS)
                .map(concern -> new Signal(
                        Signal.Kind.CONCERN,
                        labels.get(concern).replace('-', ' ') + " " + number(judging.probabilities()[concern])));
    }

    private static Stream<Signal> cues(Cues cues) {
        return cues.cues().stream()
                .sorted(Comparator.comparingInt(Cue::position))
                .flatMap(cue ->
                        kind(cue).map(kind -> new Signal(kind, (cue.denied() ? "not " : "") + cue.words())).stream())
                .distinct();
    }

    /** A denied cost is told as the benefit that it is. */
    private static Optional<Signal.Kind> kind(Cue cue) {
        return switch (cue.kind()) {
            case REASON -> Optional.of(Signal.Kind.REASON);
            case CONTRAST -> Optional.of(Signal.Kind.CONTRAST);
            case CONCESSION -> Optional.of(Signal.Kind.CONCESSION);
            case NEGATION -> Optional.of(Signal.Kind.NEGATION);
            case HEDGE, CONDITION -> Optional.of(Signal.Kind.HEDGE);
            case COST -> Optional.of(cue.denied() ? Signal.Kind.BENEFIT : Signal.Kind.COST);
            case BENEFIT -> Optional.of(cue.denied() ? Signal.Kind.COST : Signal.Kind.BENEFIT);
            case REQUIREMENT, CHANGE, TODAY, DISMISSAL, QUESTION -> Optional.empty();
        };
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
