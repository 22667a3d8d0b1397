package dev.touchstone.models.classify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How well references are found, by organisation and over those that the model has not seen. Figures that are undefined (no
 * pair to measure) are 0.
 *
 * @param organisations by name
 * @param keywords by name, what the baseline gives that sees a reference wherever a charter's term occurs
 * @param unseen over the organisations that the model has not seen; empty when it was trained on every one
 * @param simple by name what simple methods give that learn from other organisations, beside keywords; empty unless one model
 *     was trained for each organisation
 * @param sentencesPerSecond read, tagged and encoded
 * @param trainedOn organisations that the model was trained on, in order; with one model per organisation all that any saw
 */
public record EvaluationReport(
        SortedMap<String, Organisation> organisations,
        SortedMap<String, Baseline> keywords,
        Optional<Unseen> unseen,
        List<String> trainedOn,
        Map<String, SimpleMean> simple,
        double sentencesPerSecond) {
    public EvaluationReport {
        trainedOn = List.copyOf(trainedOn);
        simple = Map.copyOf(simple);
    }

    EvaluationReport withSpeed(double measured) {
        return new EvaluationReport(organisations, keywords, unseen, trainedOn, simple, measured);
    }

    EvaluationReport withSimple(Map<String, SimpleMean> methods) {
        return new EvaluationReport(organisations, keywords, unseen, trainedOn, methods, sentencesPerSecond);
    }

    /**
     * One organisation's figures.
     *
     * @param seen whether the model was trained on it
     * @param byValue F1 of each value
     * @param macro mean precision and mean recall over the values, and the harmonic mean of the two
     * @param stance on gold references, given the value
     * @param role on gold references, given the value
     * @param declarations among gold references, those that only declare the value
     * @param explicitRecall of references by the value's own terms
     * @param implicitRecall of the others
     */
    public record Organisation(
            boolean seen,
            int sentences,
            References reference,
            Hits randomHalf,
            SortedMap<String, Double> byValue,
            Hits macro,
            Accuracy stance,
            Accuracy role,
            Hits declarations,
            double explicitRecall,
            double implicitRecall) {}

    /** Precision, recall and their harmonic mean, micro over (sentence, value) pairs. */
    public record Hits(double precision, double recall, double f1) {}

    /**
     * Presence over all sentences.
     *
     * @param f1Low lower end of the 95 % interval, bootstrapped by document
     * @param expectedCalibrationError mean gap between confidence and frequency, ten bins
     */
    public record References(
            Hits hits, double f1Low, double f1High, double averagePrecision, double expectedCalibrationError) {}

    /** Share of right answers, and F1 averaged over classes. */
    public record Accuracy(double accuracy, double macroF1) {}

    /**
     * All organisations that the model has not seen.
     *
     * @param reliability of the pairs of all of them, by confidence from the lowest tenth to the highest
     * @param unsure among the pairs of all of them
     * @param spared by the sieve
     */
    public record Unseen(
            Mean mean, Pooled pooled, SimpleMean keywords, List<Bin> reliability, Unsure unsure, Spared spared) {
        public Unseen {
            reliability = List.copyOf(reliability);
        }
    }

    /**
     * The pairs with a confidence from one tenth up to the next: a model means what it says when the two shares are alike.
     *
     * @param confidence mean
     * @param references the share that is references
     */
    public record Bin(int pairs, double confidence, double references) {}

    /**
     * The pairs of which the model could not tell.
     *
     * @param share of all pairs
     * @param references the share of them that is references
     * @param recall of what the model found without them
     * @param confirmed recall when a person confirms those of them that are references
     */
    public record Unsure(double share, double references, double recall, double confirmed) {}

    /**
     * What the encoder never sees, because a glance says that it bears on no value.
     *
     * @param sentences the share of the sentences drawn at random
     * @param recall what reading them would add to the recall over all sentences
     */
    public record Spared(double sentences, double recall) {}

    /** The plain mean over organisations. */
    public record Mean(
            double f1,
            double randomHalfF1,
            double averagePrecision,
            double stanceMacroF1,
            double roleMacroF1,
            double expectedCalibrationError) {}

    /** The pairs of all organisations put together. */
    public record Pooled(double f1, double randomHalfF1) {}

    /** The plain mean of what keywords or another simple method gives. */
    public record SimpleMean(double f1, double randomHalfF1) {}

    /** What keywords give on one organisation. */
    public record Baseline(Hits reference, Hits randomHalf) {}
}
