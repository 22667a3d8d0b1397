package dev.touchstone.web.cli;

import dev.touchstone.models.classify.EvaluationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An evaluation on one page of a terminal: each organisation, and those not seen together. */
final class EvaluationTable {
    private EvaluationTable() {}

    static List<String> lines(EvaluationReport report) {
        var lines = new ArrayList<>(organisations(report));
        lines.add("");
        lines.add("mean over organisations not seen: "
                + report.unseen().map(EvaluationTable::mean).orElse("none: every organisation was trained on"));
        lines.add("pooled: %s; %.0f sentences a second"
                .formatted(report.unseen().map(EvaluationTable::pooled).orElse("none"), report.sentencesPerSecond()));
        report.unseen().ifPresent(unseen -> lines.addAll(trust(unseen)));
        report.simple().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(method -> lines.add("%s: F1 %s, random half %s"
                        .formatted(
                                method.getKey(),
                                text(method.getValue().f1()),
                                text(method.getValue().randomHalfF1()))));
        return lines;
    }

    private static List<String> organisations(EvaluationReport report) {
        var table = new Table(
                "organisation",
                "sentences",
                "F1",
                "low",
                "high",
                "precision",
                "recall",
                "random F1",
                "AP",
                "ECE",
                "stance",
                "role",
                "keywords F1");
        report.organisations().forEach((name, figures) -> {
            var reference = figures.reference();
            table.row(
                    figures.seen() ? name + " (seen)" : name,
                    figures.sentences(),
                    text(reference.hits().f1()),
                    text(reference.f1Low()),
                    text(reference.f1High()),
                    text(reference.hits().precision()),
                    text(reference.hits().recall()),
                    text(figures.randomHalf().f1()),
                    text(reference.averagePrecision()),
                    text(reference.expectedCalibrationError()),
                    text(figures.stance().macroF1()),
                    text(figures.role().macroF1()),
                    Optional.ofNullable(report.keywords().get(name))
                            .map(keywords -> text(keywords.reference().f1()))
                            .orElse("-"));
        });
        return table.lines();
    }

    private static String mean(EvaluationReport.Unseen unseen) {
        var mean = unseen.mean();
        return "F1 %s (keywords %s), random half %s (%s), AP %s, stance %s, role %s, ECE %s"
                .formatted(
                        text(mean.f1()),
                        text(unseen.keywords().f1()),
                        text(mean.randomHalfF1()),
                        text(unseen.keywords().randomHalfF1()),
                        text(mean.averagePrecision()),
                        text(mean.stanceMacroF1()),
                        text(mean.roleMacroF1()),
                        text(mean.expectedCalibrationError()));
    }

    /** What a confidence is worth, and what a person would add where the model could not tell. */
    private static List<String> trust(EvaluationReport.Unseen unseen) {
        var table = new Table("confidence from", "pairs", "mean", "are references");
        for (var number = 0; number < unseen.reliability().size(); number++) {
            var bin = unseen.reliability().get(number);
            var empty = bin.pairs() == 0;
            table.row(
                    "0." + number,
                    bin.pairs(),
                    empty ? "-" : text(bin.confidence()),
                    empty ? "-" : text(bin.references()));
        }
        var unsure = unseen.unsure();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(table.lines());
        lines.add("");
        lines.add("unsure: %s of the pairs, of which %s are references; recall %s, and %s when a person confirms them"
                .formatted(
                        text(unsure.share()),
                        text(unsure.references()),
                        text(unsure.recall()),
                        text(unsure.confirmed())));
        lines.add("not read: %s of the sentences drawn at random, which costs a recall of %s"
                .formatted(
                        text(unseen.spared().sentences()), text(unseen.spared().recall())));
        return lines;
    }

    private static String pooled(EvaluationReport.Unseen unseen) {
        return "F1 %s, random half %s"
                .formatted(text(unseen.pooled().f1()), text(unseen.pooled().randomHalfF1()));
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
