package dev.touchstone.web.app;

/**
 * How often a sentence that is taken to give a concern as its reason does, in organisations that the recogniser has not seen:
 * what {@code docs/evaluation.yaml} tells of sentences drawn at random.
 *
 * @param right of a hundred such sentences
 */
public record ArgumentAccuracy(long right) {
    /** What was measured last. */
    public static ArgumentAccuracy measured() {
        var precision = FiguresSection.shipped("arguments").needed("random", "precision");
        return new ArgumentAccuracy(Math.round(100 * precision.doubleValue()));
    }
}
