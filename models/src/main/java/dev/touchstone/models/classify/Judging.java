package dev.touchstone.models.classify;

import dev.touchstone.models.classify.Heads.Tone;
import java.util.List;

/**
 * A sentence before the charter: everything that a judgement of its values is made from.
 *
 * @param resemblances one for each value, in the charter's order
 * @param probabilities of the concerns in order, then of the tones
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
record Judging(SentenceInContext context, List<Resemblance> resemblances, float[] probabilities, Cues cues) {
    Judging {
        resemblances = List.copyOf(resemblances);
    }

    int concerns() {
        return probabilities.length - Tone.values().length;
    }

    float tone(Tone tone) {
        return probabilities[concerns() + tone.place];
    }
}
