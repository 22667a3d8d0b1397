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

    private static String pooled(EvaluationReport.Unseen unseen) {
        return "F1 %s, random half %s"
                .formatted(text(unseen.pooled().f1()), text(unseen.pooled().randomHalfF1()));
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
