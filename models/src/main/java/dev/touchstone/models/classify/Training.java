package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import java.util.stream.Collectors;

/** Learns weights from labelled sentences: all of them from many organisations, or what one organisation's own add. Deterministic. */
public final class Training {
    private final LanguageModels language;

    public Training(LanguageModels language) {
        this.language = language;
    }

    /**
     * Learns everything from {@link Gold#learnt} and {@link Gold#concerns}.
     *
     * @throws BadInput when there are no sentences with concerns
     */
    public Weights train(Gold gold, long seed) {
        if (gold.concerns().isEmpty()) throw new BadInput("no sentences labelled with concerns to train on");
        if (gold.learnt().isEmpty()) throw new BadInput("no labelled sentences to train on");
        return new Course(new Corpus(language, gold), gold, seed).weights();
    }

    /**
     * What an organisation's own labels make of weights.
     *
     * @param weights with the labels learnt
     * @param knownF1 of the weights as they were, on the labels
     * @param heldBackF1 with the labels learnt, each document judged by what the others taught
     */
    public record Adapted(Weights weights, double knownF1, double heldBackF1) {
        /** Whether it is no worse than what was known. */
        public boolean worthwhile() {
            return heldBackF1 >= knownF1;
        }
    }

    /**
     * Learns {@link Gold#learnt}, sentences of one organisation, on top of weights.
     *
     * @throws BadInput when they are of several organisations, or of too few documents to hold any back
     */
    public Adapted adapt(Gold gold, Weights base) {
        var organisations = gold.learnt().stream()
                .map(sentence -> sentence.example().organisation())
                .collect(Collectors.toSet());
        if (organisations.size() != 1)
            throw new BadInput("weights adapt to one organisation's sentences; give one organisation's files");
        var organisation = organisations.iterator().next();
        return new Adapting(new Corpus(language, gold), base, gold.charter(organisation), gold.learnt())
                .run(organisation);
    }
}
