package dev.touchstone.web.app;

import dev.touchstone.auditor.format.Clue;
import dev.touchstone.auditor.format.Clue.Place;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Way;
import dev.touchstone.auditor.format.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a way to recognise a format: a mapping in which every key is a clue, and all of them are needed.
 * <pre>
 * Before:  - header-list: [status, deciders]
 *            any-heading: [decision outcome*]
 * After:   a field "status" or "deciders" in a list, and a heading that begins with "decision outcome"
 * </pre>
 */
final class Clues {
    private static final Set<String> KEYS = Set.of(
            "precedence",
            "field",
            "and-field",
            "front-matter",
            "header-list",
            "sidecar",
            "headings",
            "any-heading",
            "first-heading",
            "labels",
            "any-label",
            "title",
            "text",
            "and-text",
            "folder",
            "dated");

    private Clues() {}

    static Way way(YamlNode node, int usual) {
        var here = node.named("a way to recognise it");
        var entries = here.entries(KEYS);
        var precedence =
                entries.containsKey("precedence") ? FormatDeclaration.precedence(entries.get("precedence")) : usual;
        var clues = new ArrayList<Clue>();
        for (var entry : entries.entrySet()) if (!entry.getKey().equals("precedence")) clues.addAll(clues(entry));
        if (clues.isEmpty())
            throw here.wrong("a way to recognise a format needs a clue; without one it would fit everything");
        return new Way(precedence, clues);
    }

    private static List<Clue> clues(Map.Entry<String, YamlNode> entry) {
        var node = entry.getValue();
        return switch (entry.getKey()) {
            case "field", "and-field" -> List.of(field(node, Place.ANYWHERE));
            case "front-matter" -> List.of(field(node, Place.FRONT_MATTER));
            case "header-list" -> List.of(field(node, Place.HEADER_LIST));
            case "sidecar" -> List.of(field(node, Place.SIDECAR));
            case "headings" ->
                FormatDeclaration.wordings(node).stream()
                        .<Clue>map(each -> new Clue.HasHeading(List.of(each)))
                        .toList();
            case "any-heading" -> List.of(new Clue.HasHeading(some(node)));
            case "first-heading" -> List.of(new Clue.BeginsWithHeading(some(node)));
            case "labels" ->
                FormatDeclaration.wordings(node).stream()
                        .<Clue>map(each -> new Clue.HasLabel(List.of(each)))
                        .toList();
            case "any-label" -> List.of(new Clue.HasLabel(some(node)));
            case "title" -> List.of(new Clue.HasTitle(some(node)));
            case "text", "and-text" -> List.of(new Clue.HasText(some(node)));
            case "folder" -> List.of(new Clue.InFolder(some(node)));
            case "dated" -> List.of(dated(node));
            default -> throw new IllegalStateException("a key that is known but not read: " + entry.getKey());
        };
    }

    private static Clue field(YamlNode node, Place place) {
        return new Clue.HasField(node.texts().stream().map(Folded::name).toList(), place);
    }

    private static List<Wording> some(YamlNode node) {
        return FormatDeclaration.wordings(node);
    }

    private static Clue dated(YamlNode node) {
        return switch (node.text()) {
            case "title" -> new Clue.DatedTitle();
            case "file-name" -> new Clue.DatedFileName();
            default -> throw node.wrong("'dated' is title or file-name, not '%s'".formatted(node.text()));
        };
    }
}
