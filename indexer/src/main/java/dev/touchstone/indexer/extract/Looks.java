package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Span;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * Sees what writers of office documents mean by the looks of a paragraph where they used no style for it: a number in front
 * is a heading's, a dot in front is an item's, and the first words on a slide are its title.
 */
final class Looks {
    private static final Pattern NUMBERED =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,4})[.:)]?\\s++\\p{Lu}[^.!?]{1,98}");
    private static final Pattern BULLET = Pattern.compile("(?:[•●▪◦○■·➢✓\uF0B7\uF0A7]|[-–—*](?=\\s)|o(?=\\s))\\s*+");
    private static final Pattern NUMBER = Pattern.compile("\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)]\\s++");
    private static final int LONGEST_TITLE = 120;

    private final Content content;
    private final boolean slides;
    private int page;

    private Looks(Content content, boolean slides) {
        this.content = content;
        this.slides = slides;
    }

    static Content see(Content content, boolean slides) {
        var looks = new Looks(content, slides);
        var blocks = new ArrayList<Block>();
        for (var index = 0; index < content.blocks().size(); index++) blocks.add(looks.see(index));
        return new Content(content.text(), blocks, content.links(), content.strong());
    }

    private Block see(int index) {
        var block = content.blocks().get(index);
        var first = slides && block.page() != page;
        page = block.page();
        if (block.kind() != Kind.PARAGRAPH) return block;
        var words = block.span().of(content.text());
        if (first && words.length() <= LONGEST_TITLE) return as(block, Kind.HEADING, page <= 1 ? 1 : 2, 0);
        var numbered = NUMBERED.matcher(words);
        if (!slides
                && numbered.matches()
                && !depthAt(index - 1).equals(depthAt(index))
                && !depthAt(index + 1).equals(depthAt(index)))
            return as(block, Kind.HEADING, Math.min(6, 1 + depthAt(index).length()), 0);
        var bullet = BULLET.matcher(words);
        if (bullet.lookingAt() && bullet.end() < words.length()) return as(block, Kind.LIST_ITEM, 1, bullet.end());
        var number = NUMBER.matcher(words);
        if (number.lookingAt() && number.end() < words.length()) return as(block, Kind.LIST_ITEM, 1, number.end());
        return slides ? as(block, Kind.LIST_ITEM, 1, 0) : block;
    }

    /** How deep a paragraph is numbered, a dot for each level; neighbours of the same depth are a list. */
    private String depthAt(int index) {
        if (index < 0 || index >= content.blocks().size()) return "";
        var block = content.blocks().get(index);
        if (block.kind() != Kind.PARAGRAPH) return "";
        var numbered = NUMBERED.matcher(block.span().of(content.text()));
        return numbered.matches() ? "." + numbered.group(1).replaceAll("\\d", "") : "";
    }

    private static Block as(Block block, Kind kind, int level, int skipped) {
        return new Block(
                kind,
                level,
                new Span(block.span().start() + skipped, block.span().end()),
                block.page());
    }
}
