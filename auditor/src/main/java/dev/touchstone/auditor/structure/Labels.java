package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sections that begin with a label instead of under a heading: with a line that begins with it, or in a row whose first cell
 * it is. The label becomes the heading of what follows; the text stays as it is.
 * <pre>
 * Before:  PARAGRAPH "Rationale: it is what the night shift asked for."
 * After:   HEADING "Rationale", PARAGRAPH "it is what the night shift asked for."
 * </pre>
 */
final class Labels {
    private static final int LONGEST = 60;
    private static final int DEEPEST = 6;

    private final Content content;
    private final List<Wording> wordings;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final Map<Integer, Span> strong;
    /** Level of the last heading that the writer made. */
    private int above;
    /** Labels are peers, whatever headings stand between them. */
    private int level = DEEPEST;

    private Labels(Content content, List<Wording> wordings) {
        this.content = content;
        this.wordings = wordings;
        this.strong = content.strong().stream().collect(Collectors.toMap(Span::start, span -> span, (one, _) -> one));
    }

    /** The same content with headings for labels. */
    static Content asHeadings(Content content, List<Wording> wordings) {
        var labels = new Labels(content, wordings);
        labels.run();
        return new Content(content.text(), labels.blocks, content.links(), content.strong());
    }

    /** The first label like this, as written. */
    static Optional<String> first(Content content, List<Wording> wordings) {
        var labels = new Labels(content, wordings);
        labels.run();
        return labels.found.stream().findFirst();
    }

    private void run() {
        for (var index = 0; index < content.blocks().size(); index++) {
            var block = content.blocks().get(index);
            switch (block.kind()) {
                case HEADING -> {
                    above = block.level();
                    blocks.add(block);
                }
                case PARAGRAPH -> lines(block);
                case LIST_ITEM -> {
                    if (block.level() <= 1) lines(block);
                    else blocks.add(block);
                }
                case TABLE_CELL -> index = row(index);
                case QUOTATION, CODE -> blocks.add(block);
            }
        }
    }

    /** A part of a line: where its label stands, and where the words after it begin. */
    private record Label(Span span, int rest) {}

    private void lines(Block block) {
        var from = block.span().start();
        var labelled = false;
        var start = from;
        for (var line : block.span().of(content.text()).split("\n", -1)) {
            var label = label(start, start + line.length(), block.kind());
            if (label.isPresent()) {
                rest(block, labelled, from, start);
                heading(label.get().span(), block.page());
                from = label.get().rest();
                labelled = true;
            }
            start += line.length() + 1;
        }
        rest(block, labelled, from, block.span().end());
    }

    private void heading(Span span, int page) {
        found.add(span.of(content.text()));
        level = Math.min(level, above + 1);
        blocks.add(new Block(Kind.HEADING, level, span, page));
    }

    /** What follows a label is a paragraph, whatever the label stood in. */
    private void rest(Block block, boolean labelled, int from, int to) {
        var start = from;
        var end = Math.max(from, to);
        while (start < end && Character.isWhitespace(content.text().charAt(start))) start++;
        while (end > start && Character.isWhitespace(content.text().charAt(end - 1))) end--;
        if (start == end) return;
        var kind = labelled ? Kind.PARAGRAPH : block.kind();
        blocks.add(new Block(kind, labelled ? 0 : block.level(), new Span(start, end), block.page()));
    }

    private Optional<Label> label(int start, int end, Kind kind) {
        var text = content.text();
        // Never beyond the line: a text of many short ones would be read anew for each.
        var colon = text.indexOf(':', start, Math.min(end, start + LONGEST));
        if (colon > start && fits(text.substring(start, colon)))
            return Optional.of(new Label(new Span(start, colon), colon + 1));
        var bold = strong.get(start);
        if (bold != null && bold.end() <= end && fits(bold.of(text))) {
            var rest = bold.end();
            while (rest < end && " :.-–—".indexOf(text.charAt(rest)) >= 0) rest++;
            return Optional.of(new Label(bold, rest));
        }
        return kind == Kind.PARAGRAPH && end - start <= LONGEST && fits(text.substring(start, end))
                ? Optional.of(new Label(new Span(start, end), end))
                : Optional.empty();
    }

    private boolean fits(String words) {
        return Wording.any(wordings, Folded.heading(words));
    }

    /** The cells of a row: below a heading when the first is a label. Answers the index of the last one. */
    private int row(int first) {
        var end = first + 1;
        while (end < content.blocks().size()
                && content.blocks().get(end).kind() == Kind.TABLE_CELL
                && content.blocks().get(end).level()
                        > content.blocks().get(end - 1).level()) end++;
        var head = content.blocks().get(first);
        var labelled = end > first + 1 && fits(head.span().of(content.text()));
        if (labelled) heading(head.span(), head.page());
        for (var cell : content.blocks().subList(labelled ? first + 1 : first, end))
            blocks.add(labelled ? new Block(Kind.PARAGRAPH, 0, cell.span(), cell.page()) : cell);
        return end - 1;
    }
}
