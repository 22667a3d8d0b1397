package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Charter;
import java.util.List;
import java.util.Map;

/** A charter as sentences are compared with it. */
record CharterView(List<ValueProfile> profiles, PairFeatures pairs) {
    CharterView {
        profiles = List.copyOf(profiles);
    }

    /** @param read the charter's texts at least */
    static CharterView of(Charter charter, Map<String, ReadText> read, Inventory inventory) {
        return new CharterView(
                charter.values().stream()
                        .map(value -> ValueProfile.of(value, read, inventory))
                        .toList(),
                new PairFeatures(inventory.heads().bag()));
    }

    /** @param probabilities of the concerns and tones of the sentence */
    Judging judging(SentenceInContext context, float[] probabilities) {
        return new Judging(
                context,
                profiles.stream()
                        .map(profile -> Resemblance.of(profile, context, probabilities))
                        .toList(),
                probabilities,
                Cues.of(context.sentence().words(), List.of()));
    }

    /** One row for each value, in the charter's order. */
    List<Map<String, Double>> features(Judging judging) {
        return pairs.of(judging);
    }
}
