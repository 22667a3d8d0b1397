package dev.touchstone.web.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.touchstone.models.classify.EvaluationReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well references are found, as JSON has it: figures with three decimals, half up.
 *
 * @param mean null when the model was trained on every organisation, as are {@code pooled}, {@code reliability},
 *     {@code unsure} and {@code spared}
 * @param reliability by the confidence from which each tenth begins: {@code 0.0} to {@code 0.9}
 */
public record EvaluationForm(
        SortedMap<String, Organisation> orgs,
        @Nullable Mean mean,
        @Nullable Pooled pooled,
        @Nullable SortedMap<String, Bin> reliability,
        @Nullable Unsure unsure,
        @Nullable Spared spared,
        Keywords keywords,
        SortedMap<String, Simple> simple,
        List<String> trainedOn,
        BigDecimal sentencesPerSecond) {

    /** One organisation's figures. */
    public record Organisation(
            boolean seen,
            int sentences,
            Reference reference,
            Hits randomHalf,
            SortedMap<String, Value> byValue,
            Hits macro,
            Accuracy stance,
            Accuracy role,
            Hits declarations,
            BigDecimal explicitRecall,
            BigDecimal implicitRecall) {}

    /** Presence over all sentences. */
    public record Reference(
            BigDecimal precision,
            BigDecimal recall,
            BigDecimal f1,
            BigDecimal f1Low,
            BigDecimal f1High,
            BigDecimal averagePrecision,
            BigDecimal ece) {}

    /** Precision, recall and F1. */
    public record Hits(BigDecimal precision, BigDecimal recall, BigDecimal f1) {}

    /** One value's F1. */
    public record Value(BigDecimal f1) {}

    /** Of stance or role, given the value. */
    public record Accuracy(
            BigDecimal accuracy, @JsonProperty("macro_f1") BigDecimal macroF1) {}

    /** Over organisations that the model has not seen. */
    public record Mean(
            BigDecimal f1,
            @JsonProperty("random_half_f1") BigDecimal randomHalfF1,
            BigDecimal averagePrecision,
            @JsonProperty("stance_macro_f1") BigDecimal stanceMacroF1,
            @JsonProperty("role_macro_f1") BigDecimal roleMacroF1,
            BigDecimal ece) {}

    /** The pairs of those organisations put together. */
    public record Pooled(
            BigDecimal f1, @JsonProperty("random_half_f1") BigDecimal randomHalfF1) {}

    /** The pairs of those organisations with a confidence in one tenth: the mean of it, and the share that is references. */
    public record Bin(int pairs, BigDecimal confidence, BigDecimal references) {}

    /** The pairs of those organisations of which the model could not tell; {@code confirmed} is recall when a person says. */
    public record Unsure(BigDecimal share, BigDecimal references, BigDecimal recall, BigDecimal confirmed) {}

    /** The share of sentences drawn at random that the encoder never sees, and the recall that this costs. */
    public record Spared(BigDecimal sentences, BigDecimal recall) {}

    /** What keywords give on the same sentences; the means are null when the model was trained on every organisation. */
    public record Keywords(
            SortedMap<String, KeywordsOrganisation> orgs,
            @Nullable BigDecimal f1,
            @JsonProperty("random_half_f1") @Nullable BigDecimal randomHalfF1) {}

    /** Another simple method: means over organisations, learnt from the others. */
    public record Simple(
            BigDecimal f1, @JsonProperty("random_half_f1") BigDecimal randomHalfF1) {}

    /** Keywords on one organisation. */
    public record KeywordsOrganisation(Hits reference, Hits randomHalf) {}

    /** The report in the form that is written. */
    public static EvaluationForm of(EvaluationReport report) {
        var organisations = new TreeMap<String, Organisation>();
        report.organisations().forEach((name, figures) -> organisations.put(name, organisation(figures)));
        return new EvaluationForm(
                organisations,
                report.unseen().map(unseen -> mean(unseen.mean())).orElse(null),
                report.unseen().map(unseen -> pooled(unseen.pooled())).orElse(null),
                report.unseen().map(unseen -> reliability(unseen.reliability())).orElse(null),
                report.unseen().map(unseen -> unsure(unseen.unsure())).orElse(null),
                report.unseen().map(unseen -> spared(unseen.spared())).orElse(null),
                keywords(report),
                simple(report),
                report.trainedOn(),
                BigDecimal.valueOf(report.sentencesPerSecond()).setScale(1, RoundingMode.HALF_UP));
    }

    private static Mean mean(EvaluationReport.Mean mean) {
        return new Mean(
                rounded(mean.f1()),
                rounded(mean.randomHalfF1()),
                rounded(mean.averagePrecision()),
                rounded(mean.stanceMacroF1()),
                rounded(mean.roleMacroF1()),
                rounded(mean.expectedCalibrationError()));
    }

    private static Pooled pooled(EvaluationReport.Pooled pooled) {
        return new Pooled(rounded(pooled.f1()), rounded(pooled.randomHalfF1()));
    }

    private static SortedMap<String, Bin> reliability(List<EvaluationReport.Bin> bins) {
        var reliability = new TreeMap<String, Bin>();
        for (var number = 0; number < bins.size(); number++) {
            var bin = bins.get(number);
            reliability.put(
                    BigDecimal.valueOf(number, 1).toPlainString(),
                    new Bin(bin.pairs(), rounded(bin.confidence()), rounded(bin.references())));
        }
        return reliability;
    }

    private static Unsure unsure(EvaluationReport.Unsure unsure) {
        return new Unsure(
                rounded(unsure.share()),
                rounded(unsure.references()),
                rounded(unsure.recall()),
                rounded(unsure.confirmed()));
    }

    private static Spared spared(EvaluationReport.Spared spared) {
        return new Spared(rounded(spared.sentences()), rounded(spared.recall()));
    }

    private static Organisation organisation(EvaluationReport.Organisation figures) {
        var reference = figures.reference();
        var values = new TreeMap<String, Value>();
        figures.byValue().forEach((value, f1) -> values.put(value, new Value(rounded(f1))));
        return new Organisation(
                figures.seen(),
                figures.sentences(),
                new Reference(
                        rounded(reference.hits().precision()),
                        rounded(reference.hits().recall()),
                        rounded(reference.hits().f1()),
                        rounded(reference.f1Low()),
                        rounded(reference.f1High()),
                        rounded(reference.averagePrecision()),
                        rounded(reference.expectedCalibrationError())),
                hits(figures.randomHalf()),
                values,
                hits(figures.macro()),
                accuracy(figures.stance()),
                accuracy(figures.role()),
                hits(figures.declarations()),
                rounded(figures.explicitRecall()),
                rounded(figures.implicitRecall()));
    }

    private static Keywords keywords(EvaluationReport report) {
        var organisations = new TreeMap<String, KeywordsOrganisation>();
        report.keywords()
                .forEach((name, figures) -> organisations.put(
                        name, new KeywordsOrganisation(hits(figures.reference()), hits(figures.randomHalf()))));
        var mean = report.unseen().map(EvaluationReport.Unseen::keywords);
        return new Keywords(
                organisations,
                mean.map(figures -> rounded(figures.f1())).orElse(null),
                mean.map(figures -> rounded(figures.randomHalfF1())).orElse(null));
    }

    private static SortedMap<String, Simple> simple(EvaluationReport report) {
        var simple = new TreeMap<String, Simple>();
        report.simple()
                .forEach(
                        (name, mean) -> simple.put(name, new Simple(rounded(mean.f1()), rounded(mean.randomHalfF1()))));
        return simple;
    }

    private static Hits hits(EvaluationReport.Hits hits) {
        return new Hits(rounded(hits.precision()), rounded(hits.recall()), rounded(hits.f1()));
    }

    private static Accuracy accuracy(EvaluationReport.Accuracy accuracy) {
        return new Accuracy(rounded(accuracy.accuracy()), rounded(accuracy.macroF1()));
    }

    private static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(3, RoundingMode.HALF_UP);
    }
}
