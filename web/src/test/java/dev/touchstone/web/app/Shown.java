package dev.touchstone.web.app;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Passage;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A document's structure as lines of text, for golden files and for people who want to look at one. */
final class Shown {
    private Shown() {}

    static String of(Document document) {
        var lines = new StringJoiner("\n", "", "\n");
        var metadata = document.metadata();
        Map<String, Object> origins = new TreeMap<>(metadata.origins());
        lines.add("format: " + document.recognition().format());
        document.recognition().reasons().forEach(reason -> lines.add("  " + reason));
        lines.add("title: " + metadata.title());
        lines.add("date: " + metadata.date().map(Object::toString).orElse("none"));
        lines.add("team: " + metadata.team());
        lines.add("status: %s (%s)"
                .formatted(metadata.status().raw(), word(metadata.status().normal())));
        lines.add("authors: " + String.join(" | ", metadata.authors()));
        metadata.relations()
                .forEach(relation -> lines.add("%s: %s".formatted(word(relation.kind()), relation.target())));
        lines.add("origins: " + word(origins));
        for (var decision : document.decisions()) {
            lines.add("");
            lines.add("decision %s [%d, %d): %s"
                    .formatted(
                            decision.id(),
                            decision.span().start(),
                            decision.span().end(),
                            decision.title()));
            for (Option option : decision.options())
                lines.add("  option %s: %s".formatted(word(option.fate()), option.title()));
        }
        var sections = document.outline().sections();
        for (var index = 0; index < sections.size(); index++) {
            var section = sections.get(index);
            lines.add("");
            lines.add("%s %s %s"
                    .formatted("#".repeat(section.level()), word(section.kind()), section.heading())
                    .strip());
            for (var passage : document.outline().passages())
                if (passage.section() == index) lines.add("  " + passage(document, passage));
        }
        return lines.toString();
    }

    private static String passage(Document document, Passage passage) {
        var standing = passage.standing();
        var text = passage.block().span().of(document.text()).replaceAll("\\s+", " ");
        var place = new StringJoiner(", ", "[", "]").setEmptyValue("");
        if (standing.about() != dev.touchstone.auditor.decision.Standing.About.UNKNOWN)
            place.add(word(standing.about()));
        if (standing.argument() != dev.touchstone.auditor.decision.Standing.Argument.NONE)
            place.add(word(standing.argument()));
        if (!standing.option().isEmpty()) place.add("\"" + standing.option() + "\"");
        return (place + " " + (text.length() > 110 ? text.substring(0, 107) + "…" : text)).strip();
    }

    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }
}
