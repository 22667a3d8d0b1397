package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one measurement was found to give, as a file of figures has it.
 * <pre>
 * leave-one-out:
 *   tolerance: 0.02
 *   data: {python.jsonl: 3f5c…}                          what was measured on and learnt from, by SHA-256
 *   figures: {mean: {f1: 0.663}}                         a part of evaluate --json; a run is held to it
 *   told: {orgs: {python: {reference: {f1_low: 0.56}}}}  another part, that documents tell and no run is held to
 * </pre>
 *
 * @param place where the section stands
 * @param tolerance how far a figure may be off; of a whole number, which share of it
 * @param data by name beside the labelled sentences; empty when nothing is said of it
 */
record FiguresSection(
        YamlNode place,
        BigDecimal tolerance,
        Map<String, YamlNode> data,
        Map<List<String>, Figure> figures,
        Map<List<String>, Figure> told) {
    private static final String SHIPPED = "evaluation.yaml";

    FiguresSection {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
    }

    /** A number where it stands; {@code unmeasured} is one that is still to be measured. */
    record Figure(YamlNode node) {
        static final String UNMEASURED = "unmeasured";

        Optional<BigDecimal> number() {
            var text = node.text();
            if (text.equals(UNMEASURED)) return Optional.empty();
            try {
                return Optional.of(new BigDecimal(text));
            } catch (NumberFormatException notANumber) {
                throw node.wrong(
                        "a figure must be a number such as 0.612, or '%s', not '%s'".formatted(UNMEASURED, text));
            }
        }
    }

    /**
     * All sections of a file, by name and in order.
     *
     * @throws BadInput with the line, when the file is not as it must be
     */
    static Map<String, FiguresSection> all(String file, byte[] bytes) {
        var sections = new LinkedHashMap<String, FiguresSection>();
        YamlNode.parse(file, bytes).entries().forEach((name, node) -> sections.put(name, of(name, node)));
        return sections;
    }

    /** What the documentation tells of the shipped weights, which the build puts beside this class. */
    static FiguresSection shipped(String section) {
        return named(section, SHIPPED, Shipped.SECTIONS);
    }

    /** Read once, when a page first tells a figure. */
    private static final class Shipped {
        static final Map<String, FiguresSection> SECTIONS = read();

        private static Map<String, FiguresSection> read() {
            try (var bytes = FiguresSection.class.getResourceAsStream(SHIPPED)) {
                if (bytes == null) throw new FileNotFoundException(SHIPPED + " is not on the class path");
                return Collections.unmodifiableMap(all(SHIPPED, bytes.readAllBytes()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    static FiguresSection named(String section, String file, Map<String, FiguresSection> all) {
        var found = all.get(section);
        if (found == null)
            throw new BadInput("%s: there is no section '%s'; it has %s"
                    .formatted(file, section, String.join(", ", all.keySet())));
        return found;
    }

    private static FiguresSection of(String name, YamlNode node) {
        var section = node.named("the section '" + name + "'");
        var entries = section.entries(Set.of("tolerance", "data", "figures", "told"));
        var tolerance = entries.get("tolerance");
        var figures = entries.get("figures");
        if (tolerance == null || figures == null)
            throw section.wrong(section.place() + " needs both keys, tolerance and figures; write them");
        var data = Optional.ofNullable(entries.get("data")).map(YamlNode::entries);
        return new FiguresSection(
                section,
                new Figure(tolerance).number().orElseThrow(() -> tolerance.wrong("the tolerance must be a number")),
                data.orElse(Map.of()),
                collected(figures),
                Optional.ofNullable(entries.get("told"))
                        .map(FiguresSection::collected)
                        .orElse(Map.of()));
    }

    private static Map<List<String>, Figure> collected(YamlNode node) {
        var figures = new LinkedHashMap<List<String>, Figure>();
        collect(List.of(), node, figures);
        return figures;
    }

    private static void collect(List<String> path, YamlNode node, Map<List<String>, Figure> figures) {
        if (node.isText()) {
            var figure = new Figure(node);
            figure.number();
            figures.put(path, figure);
            return;
        }
        node.entries().forEach((key, value) -> {
            var longer = new ArrayList<>(path);
            longer.add(key);
            collect(longer, value, figures);
        });
    }

    /** Figures and told, each path once. */
    Map<List<String>, Figure> everything() {
        var everything = new LinkedHashMap<>(told);
        everything.putAll(figures);
        return everything;
    }

    /** A figure, wherever it stands; empty when it is not there or not measured. */
    Optional<BigDecimal> number(String... path) {
        return Stream.of(figures, told)
                .flatMap(part -> Optional.ofNullable(part.get(List.of(path))).stream())
                .findFirst()
                .flatMap(Figure::number);
    }

    /** A figure that must be there. */
    BigDecimal needed(String... path) {
        return number(path).orElseThrow(() -> place.wrong("there is no figure " + String.join(".", path) + " here"));
    }

    /** The keys below a key, in order, of which figures are held or told. */
    List<String> below(String key) {
        return Stream.of(figures, told)
                .flatMap(part -> part.keySet().stream())
                .filter(path -> path.size() > 1 && path.getFirst().equals(key))
                .map(path -> path.get(1))
                .distinct()
                .toList();
    }
}
