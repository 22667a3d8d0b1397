package dev.touchstone.web.ui;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A document's text as paragraphs whose marked pieces are the references.
 * <pre>
 * text:  "We log everything. It costs us a day."     reference 1: [0, 18)
 * gives: paragraph [ piece("We log everything.", [1]), piece(" It costs us a day.", []) ]
 * </pre>
 */
final class Passages {
    /** Blocks of the text are apart by empty lines; a single line break stays inside its paragraph. */
    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private Passages() {}

    /** A paragraph; {@code references} are those that begin in it. */
    record Paragraph(Span span, List<Piece> pieces, List<Reference> references) {}

    /**
     * A run of text that the same references cover.
     *
     * @param begins those of them that begin with it
     * @param sought whether it is of the passage that the reader was sent to
     */
    record Piece(Span span, String text, List<Reference> references, List<Reference> begins, boolean sought) {}

    static List<Paragraph> of(String text, List<Reference> references, Optional<Span> sought) {
        return paragraphs(text).stream()
                .map(span -> new Paragraph(
                        span,
                        pieces(text, span, references, sought),
                        references.stream()
                                .filter(reference -> begins(reference, span))
                                .toList()))
                .toList();
    }

    private static boolean begins(Reference reference, Span span) {
        var start = reference.evidence().span().start();
        return span.start() <= start && start < span.end();
    }

    private static List<Span> paragraphs(String text) {
        var spans = new ArrayList<Span>();
        var between = BETWEEN_PARAGRAPHS.matcher(text);
        var start = 0;
        while (between.find()) {
            if (between.start() > start) spans.add(new Span(start, between.start()));
            start = between.end();
        }
        if (!text.substring(start).isBlank()) spans.add(new Span(start, text.length()));
        return spans;
    }

    private static List<Piece> pieces(String text, Span paragraph, List<Reference> all, Optional<Span> sought) {
        var references = all.stream()
                .filter(reference -> reference.evidence().span().overlaps(paragraph))
                .toList();
        var borders = new TreeSet<Integer>(List.of(paragraph.start(), paragraph.end()));
        for (var reference : references)
            addBorders(borders, paragraph, reference.evidence().span());
        sought.ifPresent(span -> addBorders(borders, paragraph, span));
        var pieces = new ArrayList<Piece>();
        var start = paragraph.start();
        for (var end : borders.tailSet(start, false)) {
            var span = new Span(start, end);
            var covering = references.stream()
                    .filter(reference -> reference.evidence().span().contains(span))
                    .toList();
            pieces.add(new Piece(
                    span,
                    span.of(text),
                    covering,
                    covering.stream()
                            .filter(reference -> reference.evidence().span().start() == span.start())
                            .toList(),
                    sought.filter(found -> found.contains(span)).isPresent()));
            start = end;
        }
        return pieces;
    }

    private static void addBorders(Set<Integer> borders, Span paragraph, Span span) {
        for (var border : List.of(span.start(), span.end()))
            if (paragraph.start() < border && border < paragraph.end()) borders.add(border);
    }
}
