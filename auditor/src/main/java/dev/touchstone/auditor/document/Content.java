package dev.touchstone.auditor.document;

import java.util.List;

/**
 * The text that every offset of an audit points into, and its blocks in order, which do not overlap.
 * Whatever is not language in the first place (front matter, comments, link targets) is not in the text.
 *
 * @param strong ranges in bold, in order; none where the format of the file does not tell
 */
public record Content(String text, List<Block> blocks, List<Link> links, List<Span> strong) {
    public static final Content EMPTY = new Content("", List.of(), List.of());

    public Content(String text, List<Block> blocks, List<Link> links) {
        this(text, blocks, links, List.of());
    }

    public Content {
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
        strong = List.copyOf(strong);
        var end = 0;
        for (var block : blocks) {
            if (block.span().start() < end)
                throw new IllegalArgumentException("block " + block.span() + " begins before the last one ends");
            end = block.span().end();
        }
        if (end > text.length())
            throw new IllegalArgumentException("a block ends at " + end + ", after the text: " + text.length());
        end = 0;
        for (var bold : strong) {
            if (bold.start() < end) throw new IllegalArgumentException("bold " + bold + " begins before the last ends");
            end = bold.end();
        }
        if (end > text.length()) throw new IllegalArgumentException("bold ends at " + end + ", after the text");
    }
}
