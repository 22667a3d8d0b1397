package dev.touchstone.web.ui;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Scorecard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document's text to be read with its references marked and the reasons beside it. */
record Reading(List<Block> blocks) {
    /** A heading is short; anything longer with a section's name is prose. */
    private static final int LONGEST_HEADING = 120;

    /** One line of at most nine words that begins as a sentence does and ends as none does. */
    private static final Pattern LOOKS_LIKE_HEADING =
            Pattern.compile("[\\p{Lu}\\p{Nd}][^\\s:]*(?: [^\\s:]+){0,8}(?<=[\\p{L}\\p{Nd})])");

    /**
     * A paragraph or heading with its notes.
     *
     * @param style {@code heading} or {@code paragraph}
     * @param begins ids and titles of the decisions that begin here, where a document has several
     */
    record Block(String style, List<Start> begins, List<Run> runs, List<Note> notes) {
        boolean isHeading() {
            return style.equals("heading");
        }
    }

    /** A decision that begins at a block. */
    record Start(String id, String title) {}

    /**
     * A piece of text.
     *
     * @param style of its mark; empty for plain text
     * @param title what the mark says, for those who do not see it
     * @param begins numbers of the references that begin here
     * @param anchor of the passage that the reader was sent to; else empty
     */
    record Run(String text, String style, String title, List<Integer> begins, String anchor) {
        boolean marked() {
            return !style.isEmpty();
        }
    }

    static Reading of(
            Charter charter,
            String title,
            String text,
            List<Reference> references,
            List<Scorecard> scorecards,
            Optional<Span> sought) {
        var headings = Stream.concat(
                        Stream.of(title.strip()),
                        references.stream()
                                .map(reference -> reference.evidence().section().strip()))
                .collect(Collectors.toSet());
        var starts = scorecards.size() > 1
                ? scorecards.stream().map(Scorecard::decision).toList()
                : List.<Decision>of();
        var paragraphs = Passages.of(text, references, sought);
        var last = paragraphs.isEmpty()
                ? text.length()
                : paragraphs.getLast().span().start();
        var blocks = paragraphs.stream()
                .map(paragraph -> new Block(
                        style(text, paragraph, headings, last),
                        starts(starts, paragraph.span()),
                        paragraph.pieces().stream()
                                .map(piece -> run(charter, piece, sought))
                                .toList(),
                        paragraph.references().stream()
                                .map(reference -> Note.of(charter, reference))
                                .toList()))
                .toList();
        return new Reading(blocks);
    }

    /** The references alone, for a document whose text is not kept. */
    static Reading ofQuotations(Charter charter, List<Reference> references) {
        return new Reading(references.stream()
                .map(reference -> new Block(
                        "paragraph",
                        List.of(),
                        List.of(new Run(
                                reference.evidence().quote(),
                                Label.of(reference).style(),
                                charter.value(reference.value()).name() + ": "
                                        + Label.of(reference).word(),
                                List.of(reference.number()),
                                "")),
                        List.of(Note.of(charter, reference))))
                .toList());
    }

    /** A heading is known by the references below it; others by their looks, for the text itself no longer tells. */
    private static String style(String text, Passages.Paragraph paragraph, Set<String> headings, int last) {
        var words = paragraph.span().of(text).strip();
        if (!paragraph.references().isEmpty() || words.length() > LONGEST_HEADING) return "paragraph";
        var ends = paragraph.span().start() == last;
        return headings.contains(words)
                        || (!ends && LOOKS_LIKE_HEADING.matcher(words).matches())
                ? "heading"
                : "paragraph";
    }

    private static List<Start> starts(List<Decision> decisions, Span paragraph) {
        return decisions.stream()
                .filter(decision -> paragraph.start() <= decision.span().start()
                        && decision.span().start() < paragraph.end())
                .map(decision -> new Start(decision.id().text(), decision.title()))
                .toList();
    }

    private static Run run(Charter charter, Passages.Piece piece, Optional<Span> sought) {
        var anchor = sought.filter(span -> span.start() == piece.span().start()).isPresent() ? "passage" : "";
        return new Run(
                piece.text(),
                style(piece),
                title(charter, piece),
                piece.begins().stream().map(Reference::number).toList(),
                anchor);
    }

    private static String style(Passages.Piece piece) {
        var styles = piece.references().stream()
                .map(reference -> Label.of(reference).style())
                .distinct()
                .toList();
        if (styles.isEmpty()) return piece.sought() ? "sought" : "";
        var mark = styles.contains("served") && styles.contains("given-up") ? "both" : strongest(styles);
        return piece.sought() ? mark + " sought" : mark;
    }

    private static String strongest(List<String> styles) {
        return List.of("given-up", "served", "motivates", "declared").stream()
                .filter(styles::contains)
                .findFirst()
                .orElse("declared");
    }

    private static String title(Charter charter, Passages.Piece piece) {
        return piece.references().stream()
                .map(reference -> charter.value(reference.value()).name() + ": "
                        + Label.of(reference).word())
                .collect(Collectors.joining("; "));
    }
}
