package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.document.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Relations to other records as a record states them, not yet resolved. */
final class Stated {
    private static final Pattern PHRASE = Pattern.compile(
            "(supersede[sd]?|supercede[sd]?|replaces|replaced|amends|amended|obsoletes|obsoleted)(\\s+by)?[:\\s]+([^\\n]{1,300})",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_WORDS = 25;
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\[([^\\]]{1,200}+)\\]\\(([^)\\s]{1,300}+)\\)");

    private Stated() {}

    /** Those in a status: "Superseded by [5. Use a queue](0005-use-a-queue.md)". */
    static List<Relation> in(Layout layout, List<Header.Entry> statuses, List<Span> statusBlocks) {
        var relations = new ArrayList<Relation>();
        for (var span : statusBlocks) phrases(layout, span.of(layout.content().text()), span, relations);
        for (var entry : statuses)
            if (!statusBlocks.contains(entry.span()))
                phrases(layout, entry.field().value(), entry.span(), relations);
        return relations;
    }

    /** Whether a line of a status is nothing but a relation: "Supersedes 4. Keep a log". */
    static boolean isRelation(String text) {
        return text.split("\\s+").length <= MOST_WORDS
                && PHRASE.matcher(text.strip()).lookingAt();
    }

    /** The records that a field names: its links, else its parts between commas. */
    static List<String> targets(Layout layout, Header.Entry entry) {
        var linked = links(layout, entry.field().value(), entry.span());
        if (!linked.isEmpty()) return linked;
        return Arrays.stream(entry.field().value().split("[,;]"))
                .map(String::strip)
                .filter(target -> target.chars().anyMatch(Character::isLetterOrDigit))
                .filter(target -> !target.equalsIgnoreCase("none") && !target.equalsIgnoreCase("n/a"))
                .toList();
    }

    private static void phrases(Layout layout, String text, Span span, List<Relation> relations) {
        var match = PHRASE.matcher(text);
        while (match.find()) {
            var kind = kind(match.group(1).charAt(0), match.group(2) != null, match.group(1));
            var start = span.start() + (span.length() == text.length() ? match.start() : 0);
            var end = span.length() == text.length() ? span.start() + match.end() : span.end();
            var linked = links(layout, match.group(3), new Span(start, end));
            if (linked.isEmpty())
                relations.add(new Relation(kind, match.group(3).replaceAll("[.)\\s]+$", "")));
            else linked.forEach(target -> relations.add(new Relation(kind, target)));
        }
    }

    private static Relation.Kind kind(char first, boolean by, String verb) {
        var amends = Character.toLowerCase(first) == 'a';
        // "Superseded 0019" says that it was superseded, "supersedes 0019" that it superseded.
        var passive = by || (verb.endsWith("d") && !amends);
        if (amends) return passive ? Relation.Kind.AMENDED_BY : Relation.Kind.AMENDS;
        return passive ? Relation.Kind.SUPERSEDED_BY : Relation.Kind.SUPERSEDES;
    }

    private static List<String> links(Layout layout, String value, Span span) {
        var inText = layout.content().links().stream()
                .filter(link -> span.contains(link.span()))
                .map(link -> link.target())
                .toList();
        if (!inText.isEmpty()) return inText;
        return MARKDOWN_LINK
                .matcher(value)
                .results()
                .map(match -> match.group(2))
                .toList();
    }
}
