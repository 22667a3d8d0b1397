package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.web.app.FiguresSection.Figure;
import dev.touchstone.web.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures that a measurement was found to give, and how far a new one may be off: in either direction, because a figure that
 * has risen is a figure that the documents no longer tell.
 */
public final class ExpectedFigures {
    private final Path file;
    private final String text;
    private final FiguresSection section;

    private ExpectedFigures(Path file, String text, FiguresSection section) {
        this.file = file;
        this.text = text;
        this.section = section;
    }

    /**
     * The figures in one section of a file.
     *
     * @param section named after what is measured, such as {@code leave-one-out}
     * @throws BadInput with the line, when the file is not as it must be
     */
    public static ExpectedFigures read(Path file, String section) {
        try {
            var bytes = Files.readAllBytes(file);
            var all = FiguresSection.all(file.toString(), bytes);
            return new ExpectedFigures(
                    file,
                    new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""),
                    FiguresSection.named(section, file.toString(), all));
        } catch (IOException unreadable) {
            throw new BadInput(file + ": cannot be read; check the path");
        }
    }

    /**
     * Checks that the labelled data is what the figures were measured on. A section that names no data is content with any.
     *
     * @param given by name beside the labelled sentences
     * @throws BadInput that names the first file that differs
     */
    public void check(SortedMap<String, Path> given) {
        checkNames(given);
        section.data().forEach((name, node) -> {
            var path = given.get(name);
            if (path != null && !hash(path).equals(node.text()))
                throw node.wrong("%s is not the file that was measured on: its SHA-256 differs".formatted(path));
        });
    }

    /** Checks that the section names the files of the data, whatever is in them: enough to write anew what was measured. */
    public void checkNames(SortedMap<String, Path> given) {
        section.data().forEach((name, node) -> {
            if (!given.containsKey(name))
                throw node.wrong("%s is not among the labelled data; give what was measured on".formatted(name));
        });
        if (section.data().isEmpty()) return;
        for (var name : given.keySet())
            if (!section.data().containsKey(name))
                throw section.place()
                        .wrong("%s is not in the section's data; leave the file out, or add '%s: %s' there"
                                .formatted(given.get(name), name, Figure.UNMEASURED));
    }

    private static String hash(Path path) {
        try {
            return Sha256.of(path);
        } catch (IOException unreadable) {
            throw new BadInput(path + ": cannot be read; check that you may read it");
        }
    }

    /** One line for each figure that is missing or too far off; none when all is as expected. */
    public List<String> misses(Object measured) {
        var misses = new ArrayList<String>();
        section.figures()
                .forEach((path, figure) -> figure.number().ifPresent(expected -> {
                    var place = figure.node().remark(String.join(".", path));
                    Json.number(measured, path)
                            .ifPresentOrElse(
                                    found -> {
                                        if (found.subtract(expected).abs().compareTo(allowed(expected)) > 0)
                                            misses.add("%s: measured %s, expected %s ± %s"
                                                    .formatted(place, found, expected, allowed(expected)));
                                    },
                                    () -> misses.add(place + ": was not measured"));
                }));
        return misses;
    }

    /** A share may be off by the tolerance, a count by that share of it. */
    private BigDecimal allowed(BigDecimal expected) {
        return expected.scale() > 0
                ? section.tolerance()
                : section.tolerance().multiply(expected).stripTrailingZeros();
    }

    /** How many figures a run is held to. */
    public int size() {
        return (int) section.figures().values().stream()
                .flatMap(figure -> figure.number().stream())
                .count();
    }

    /**
     * Writes what was measured in the places of the figures, those that are only told too, and the hashes of the data. All else in
     * the file stays as it is. Tables of a Markdown file of the same name that lies beside follow.
     *
     * @throws BadInput when a figure was not measured; then nothing is written
     */
    public void update(Object measured, SortedMap<String, Path> data) {
        var rewritten = new Rewriting(text);
        section.everything()
                .forEach((path, figure) -> rewritten.put(
                        figure.node(),
                        Json.number(measured, path)
                                .orElseThrow(() -> figure.node().wrong(String.join(".", path) + " was not measured"))
                                .toPlainString()));
        section.data().forEach((name, node) -> {
            var path = data.get(name);
            if (path != null) rewritten.put(node, hash(path));
        });
        Durable.write(file, rewritten.text());
        FigureTables.follow(file);
    }

    /** A text with other scalars in the places of some. */
    private static final class Rewriting {
        private final String text;
        private final TreeMap<Integer, Piece> pieces = new TreeMap<>();

        private record Piece(int end, String text) {}

        Rewriting(String text) {
            this.text = text;
        }

        void put(YamlNode scalar, String instead) {
            pieces.put(scalar.start(), new Piece(scalar.end(), instead));
        }

        String text() {
            var points = text.codePoints().toArray();
            var out = new StringBuilder();
            var from = 0;
            for (var piece : pieces.entrySet()) {
                out.append(new String(points, from, piece.getKey() - from))
                        .append(piece.getValue().text());
                from = piece.getValue().end();
            }
            return out.append(new String(points, from, points.length - from)).toString();
        }
    }
}
