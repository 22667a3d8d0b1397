package dev.touchstone.web.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
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
    private static final String RESOURCE = "evaluation.yaml";

    /** What was measured last, as the documentation tells it. */
    public static Accuracy measured() {
        try (var bytes = Accuracy.class.getResourceAsStream(RESOURCE)) {
            if (bytes == null) throw new FileNotFoundException(RESOURCE + " is not on the class path");
            var organisations = entry(YamlNode.parse(RESOURCE, bytes.readAllBytes()), List.of("figures", "orgs"))
                    .entries()
                    .values();
            return new Accuracy(organisations.size(), mean(organisations, "precision"), mean(organisations, "recall"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long mean(Collection<YamlNode> organisations, String figure) {
        return Math.round(organisations.stream()
                .map(organisation -> entry(organisation, List.of("reference", figure)))
                .mapToDouble(node -> 100 * Double.parseDouble(node.text()))
                .average()
                .orElse(0));
    }

    private static YamlNode entry(YamlNode node, List<String> path) {
        var found = node;
        for (var key : path) {
            var next = found.entries().get(key);
            if (next == null) throw found.wrong("there is no '" + key + "' here");
            found = next;
        }
        return found;
    }
}
