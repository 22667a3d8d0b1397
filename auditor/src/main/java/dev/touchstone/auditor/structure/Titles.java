package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.format.FieldRole;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Reading;
import dev.touchstone.auditor.format.SectionRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a document is called.
 *
 * @param part index of the part whose heading the title is, -1 when it is no heading
 */
record Titles(String text, Field.Origin origin, int part) {
    /** What mail programs put before a subject. */
    private static final Pattern ANSWER = Pattern.compile("^(?:(?:re|fwd?|aw|wg): ?)+", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_LINE = 120;

    /** The title in the text: its first heading, unless that is the name of a section; else a line before it. */
    static Optional<Titles> inText(Layout layout, Header header, Reading reading) {
        var parts = layout.parts();
        if (parts.isEmpty()) return Optional.empty();
        var heading = IntStream.range(0, parts.size())
                .filter(index -> parts.get(index).name().chars().anyMatch(Character::isLetter))
                .findFirst();
        var before = firstLine(layout, header, parts.getFirst());
        if (heading.isEmpty()) return before;
        var part = parts.get(heading.getAsInt());
        if (isSection(part, reading) && !isOverAll(part, parts)) return before;
        return (part.level() > 1 ? before : Optional.<Titles>empty())
                .or(() -> Optional.of(new Titles(part.name(), Field.Origin.TEXT, heading.getAsInt())));
    }

    /** Whether a heading stands above all others: then it is the title, even if it is called "Decision". */
    private static boolean isOverAll(Layout.Part part, List<Layout.Part> parts) {
        return parts.size() > 1
                && part.equals(parts.getFirst())
                && parts.stream().skip(1).allMatch(other -> other.level() > part.level());
    }

    /** The best title from all sources. */
    static Titles of(String path, Layout layout, Header header, Reading reading) {
        var inText = inText(layout, header, reading);
        return header.entries().stream()
                .filter(entry -> reading.names(FieldRole.TITLE).contains(entry.name()))
                .map(Header.Entry::field)
                .filter(field -> !field.value().isBlank())
                .filter(field -> !isOnlyDate(field.value()))
                .filter(field -> field.origin() != Field.Origin.PROPERTIES || inText.isEmpty())
                .min(Comparator.comparing(Field::origin))
                .map(field -> new Titles(
                        ANSWER.matcher(field.value().strip().replaceAll("\\s+", " "))
                                .replaceFirst(""),
                        field.origin(),
                        inText.map(Titles::part).orElse(-1)))
                .or(() -> inText)
                .orElseGet(() -> new Titles(fileWords(path), Field.Origin.FILE_NAME, -1));
    }

    /** Site generators call minutes by their day alone; the heading says whose. */
    private static boolean isOnlyDate(String title) {
        return DateText.in(title).isPresent()
                && Folded.of(title)
                        .replaceAll("(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|st|nd|rd|th|[^a-z]", "")
                        .isEmpty();
    }

    private static boolean isSection(Layout.Part part, Reading reading) {
        return reading.rule(part.folded())
                .filter(rule -> rule.kind() != Section.Kind.OTHER || !(rule.part() instanceof SectionRule.Part.Text))
                .isPresent();
    }

    private static Optional<Titles> firstLine(Layout layout, Header header, Layout.Part part) {
        for (var index : List.of(part.first(), part.first() + 1)) {
            if (part.heading() >= 0 || index >= part.end() || header.masked().get(index)) continue;
            var text = layout.text(index).lines().findFirst().orElse("").strip();
            if (layout.block(index).kind() == Block.Kind.PARAGRAPH
                    && !text.isEmpty()
                    && text.length() <= LONGEST_LINE
                    && !text.endsWith(".")
                    && !text.endsWith(",")) return Optional.of(new Titles(text, Field.Origin.TEXT, -1));
        }
        return Optional.empty();
    }

    /**
     * A file's name as words.
     * <pre>
     * Before:  "adr/2023-07-20-fe-server-rendering.md"
     * After:   "fe server rendering"
     * </pre>
     */
    static String fileWords(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf("!/")) + 1);
        var dot = name.lastIndexOf('.');
        if (dot > 0) name = name.substring(0, dot);
        var words = name.replaceAll("[-_ ]+", " ").strip();
        var undated = words.replaceFirst("^(?:[0-9]{4} [0-9]{2} [0-9]{2}|[0-9]{8}|[0-9]{1,5}) (?=.)", "");
        return undated.isBlank() ? name : undated;
    }
}
