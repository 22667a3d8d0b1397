package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Argued;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.models.classify.Heads.Tone;
import java.util.Optional;

/**
 * Tells which sentences give a recurring concern as a reason, whatever the charter holds.
 * <pre>
 * before   concerns: resource-cost .71, simplicity .08 …; tones: reason .64, behaviour .21 …
 * after    resource-cost, confidence .71
 * </pre>
 */
final class Arguments {
    /**
     * From here on the likeliest concern counts. Both thresholds were chosen on sentences of organisations that the heads had
     * not seen: {@code docs/evaluation.md} says how, and how often they are right.
     */
    private static final double CONCERN = 0.45;

    /** From here on the sentence argues. */
    private static final double REASON = 0.55;

    private Arguments() {}

    /** @param probabilities of the concerns in order, then of the tones */
    static Optional<Argued> of(int sentence, float[] probabilities, Heads heads) {
        var likeliest = likeliest(probabilities, heads.concerns());
        var reason = probabilities[heads.concerns() + Tone.REASON.place];
        if (probabilities[likeliest] < CONCERN || reason < REASON) return Optional.empty();
        return Optional.of(
                new Argued(sentence, heads.labels().get(likeliest), Confidence.of(probabilities[likeliest])));
    }

    private static int likeliest(float[] probabilities, int concerns) {
        var likeliest = 0;
        for (var concern = 1; concern < concerns; concern++)
            if (probabilities[concern] > probabilities[likeliest]) likeliest = concern;
        return likeliest;
    }
}
