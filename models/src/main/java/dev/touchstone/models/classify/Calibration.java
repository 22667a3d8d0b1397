package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Confidence;
import java.util.Locale;

/**
 * How far the opinion of one judge moves the confidence of one set of weights, learnt from labelled sentences.
 * <pre>
 * before:  confidence 0.34, under the threshold of 0.36; the judge says 0.97
 * after:   confidence 0.52 = sigmoid(confidence × logit 0.34 + opinion × logit 0.97 + bias)
 * </pre>
 *
 * @param judge identity of the judge
 * @param weights identity of the weights
 * @param factors of the two logits, and what is added
 * @param asked the confidences about which the judge is asked: fixed here, so that what is asked about one document does not
 *     depend on others
 */
public record Calibration(String judge, String weights, Factors factors, Band asked) {
    /** Of the logit of the confidence, of the logit of the opinion, and what is added. */
    public record Factors(double confidence, double opinion, double bias) {
        double logit(double first, double given) {
            return confidence * Vectors.logit(first) + opinion * Vectors.logit(given) + bias;
        }
    }

    /** Confidences in permille, both ends included. */
    public record Band(int from, int to) {
        boolean contains(Confidence confidence) {
            return confidence.permille() >= from && confidence.permille() <= to;
        }
    }

    /** The confidence after an opinion. */
    Confidence after(Confidence first, double opinion) {
        return Confidence.of(Vectors.sigmoid(factors.logit(first.permille() / 1000.0, opinion)));
    }

    /** The judge and what was learnt about it: another calibration gives other answers. */
    String identity() {
        return String.format(
                Locale.ROOT,
                "%s %.4f,%.4f,%.4f in %d-%d",
                judge,
                factors.confidence(),
                factors.opinion(),
                factors.bias(),
                asked.from(),
                asked.to());
    }
}
