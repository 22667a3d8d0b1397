package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import java.util.Optional;

/**
 * Learns weights from labelled sentences. With sentences labelled with concerns everything is learnt; without, the concerns
 * come from weights that were learnt before, and only what is built on them is learnt anew: an organisation's own labels.
 * Deterministic for a seed.
 */
public final class Training {
    private final LanguageModels language;

    public Training(LanguageModels language) {
        this.language = language;
    }

    /**
     * Learns from {@link Gold#learnt} and {@link Gold#concerns}.
     *
     * @param base weights to take the concerns from when the data has none
     */
    public Weights train(Gold gold, Optional<Weights> base, long seed) {
        if (gold.learnt().isEmpty()) throw new BadInput("no labelled sentences to train on");
        return new Course(new Corpus(language, gold), gold, base, seed).weights();
    }
}
