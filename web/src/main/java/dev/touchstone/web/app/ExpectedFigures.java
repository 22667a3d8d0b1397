package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Figures that a measurement was found to give, and how far a new one may be off: in either direction, because a figure that
 * has risen is a figure that the documents no longer tell.
 * <pre>
 * tolerance: 0.02
 * figures: {mean: {f1: 0.609}, orgs: {python: {reference: {f1: 0.563}}}}     a part of evaluate --json
 * </pre>
 */
public final class ExpectedFigures {
    private final BigDecimal tolerance;
    private final List<Figure> figures;

    private ExpectedFigures(BigDecimal tolerance, List<Figure> figures) {
        this.tolerance = tolerance;
        this.figures = List.copyOf(figures);
    }

    private record Figure(List<String> path, BigDecimal expected, String place) {}

    /**
     * The figures in a file.
     *
     * @throws BadInput with the line, when the file is not as it must be
     */
    public static ExpectedFigures read(Path file) {
        try {
            var root = YamlNode.parse(file.toString(), Files.readAllBytes(file));
            var entries = root.entries(Set.of("tolerance", "figures"));
            var tolerance = entries.get("tolerance");
            var expected = entries.get("figures");
            if (tolerance == null || expected == null)
                throw root.wrong("the file needs both keys, tolerance and figures; write them");
            var figures = new ArrayList<Figure>();
            collect(List.of(), expected, figures);
            return new ExpectedFigures(number(tolerance), figures);
        } catch (IOException unreadable) {
            throw new BadInput(file + ": cannot be read; check the path");
        }
    }

    private static void collect(List<String> path, YamlNode node, List<Figure> figures) {
        if (node.isText()) {
            figures.add(new Figure(path, number(node), node.remark(String.join(".", path))));
            return;
        }
        node.entries().forEach((key, value) -> {
            var longer = new ArrayList<>(path);
            longer.add(key);
            collect(longer, value, figures);
        });
    }

    private static BigDecimal number(YamlNode node) {
        try {
            return new BigDecimal(node.text());
        } catch (NumberFormatException notANumber) {
            throw node.wrong("a figure must be a number such as 0.612, not '%s'".formatted(node.text()));
        }
    }

    /** One line for each figure that is missing or too far off; none when all is as expected. */
    public List<String> misses(Object measured) {
        var misses = new ArrayList<String>();
        for (var figure : figures)
            Json.number(measured, figure.path())
                    .ifPresentOrElse(
                            found -> {
                                if (found.subtract(figure.expected()).abs().compareTo(tolerance) > 0)
                                    misses.add("%s: measured %s, expected %s ± %s"
                                            .formatted(figure.place(), found, figure.expected(), tolerance));
                            },
                            () -> misses.add(figure.place() + ": was not measured"));
        return misses;
    }

    public int size() {
        return figures.size();
    }
}
