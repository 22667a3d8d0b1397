package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.PairJudge;
import dev.touchstone.models.judge.Question;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A judge that is asked about doubtful pairs only, and what its opinion is worth. */
public record SecondStage(PairJudge judge, Calibration calibration) {
    public SecondStage {
        if (!calibration.judge().equals(judge.identity()))
            throw new BadInput("the calibration is that of %s, and the model is %s now; run touchstone calibrate again"
                    .formatted(calibration.judge(), judge.identity()));
    }

    /**
     * Says whether it may be used with these weights.
     *
     * @throws BadInput when it was calibrated with others
     */
    void check(Weights weights) {
        if (!calibration.weights().equals(weights.identity()))
            throw new BadInput("the bigger model was calibrated with the weights %s, and those in use are %s;"
                            .formatted(calibration.weights(), weights.identity())
                    + " run touchstone calibrate again");
    }

    /** One question and what came of it. */
    record Asked(Confidence before, Opinion opinion, Confidence confidence) {
        /** For the explanation of a reference, when the judge had an opinion. */
        Optional<Signal> signal() {
            return switch (opinion) {
                case Opinion.Given(var probability) ->
                    Optional.of(new Signal(
                            Signal.Kind.MODEL,
                            String.format(
                                    Locale.ROOT,
                                    "%.2f before the bigger model, which says %.2f",
                                    before.permille() / 1000.0,
                                    probability)));
                case Opinion.Withheld _, Opinion.Failed _ -> Optional.empty();
            };
        }
    }

    /** Asks about one value in one sentence; empty when the confidence is not doubtful. */
    Optional<Asked> ask(SentenceInContext context, Value value, Confidence first) {
        if (!calibration.asked().contains(first)) return Optional.empty();
        var opinion = judge.judge(question(context, value));
        return Optional.of(
                switch (opinion) {
                    case Opinion.Given(var probability) ->
                        new Asked(first, opinion, calibration.after(first, probability));
                    case Opinion.Withheld _, Opinion.Failed _ -> new Asked(first, opinion, first);
                });
    }

    static Question question(SentenceInContext context, Value value) {
        return new Question(context.sentence().text(), context.heading().text(), value.name(), value.statement());
    }

    /** What to say of a document about which not every question was answered. */
    static Optional<String> limit(Stream<Asked> asked) {
        var all = asked.toList();
        var reasons = all.stream()
                .flatMap(one -> one.opinion() instanceof Opinion.Failed(var reason) ? Stream.of(reason) : Stream.of())
                .sorted()
                .toList();
        if (reasons.isEmpty()) return Optional.empty();
        return Optional.of("the bigger model did not answer %d of %d questions: %s"
                .formatted(reasons.size(), all.size(), reasons.getFirst()));
    }

    String identity() {
        return calibration.identity();
    }
}
