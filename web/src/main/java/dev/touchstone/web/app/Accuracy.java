package dev.touchstone.web.app;

import java.util.List;

/**
 * How well the shipped weights find references of an organisation that they have not seen: the plain mean over the
 * organisations of {@code docs/evaluation.yaml}, which the build puts beside this class.
 *
 * @param organisations measured, each with a model that had seen nothing of it
 * @param right of a hundred references named, how many are references
 * @param found of a hundred references, how many are named
 */
public record Accuracy(int organisations, long right, long found) {
    /** What was measured last, as the documentation tells it. */
    public static Accuracy measured() {
        var section = FiguresSection.shipped("leave-one-out");
        var organisations = section.below("orgs");
        return new Accuracy(
                organisations.size(),
                mean(section, organisations, "precision"),
                mean(section, organisations, "recall"));
    }

    private static long mean(FiguresSection section, List<String> organisations, String figure) {
        return Math.round(organisations.stream()
                .mapToDouble(name ->
                        100 * section.needed("orgs", name, "reference", figure).doubleValue())
                .average()
                .orElse(0));
    }
}
