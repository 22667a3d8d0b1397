package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Link;
import dev.touchstone.auditor.document.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the pieces of a document in reading order and joins them to one text: list items and cells by a line feed, other
 * blocks by two. Outside code a run of white space is one space; a hard line break stays a line feed. Blocks without any
 * text leave no trace, and what is longer than the limit is cut there.
 */
public final class ContentBuilder {
    /** More than any decision record, less than what stalls a reader. */
    public static final int LONGEST_TEXT = 5_000_000;

    private static final char ZERO_WIDTH_SPACE = '\u200B';

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Span> strong = new ArrayList<>();

    private final StringBuilder current = new StringBuilder();
    private final List<Link> currentLinks = new ArrayList<>();
    private final List<Span> currentStrong = new ArrayList<>();
    private Kind kind = Kind.PARAGRAPH;
    private int level;
    private int page;
    private boolean spacePending;
    private boolean breakPending;
    private boolean cut;

    private final int longest;

    public ContentBuilder() {
        this(LONGEST_TEXT);
    }

    /**
     * A builder of a text that may be this long.
     *
     * @param longest in characters
     */
    public ContentBuilder(int longest) {
        this.longest = longest;
    }

    /** Ends the block at hand and begins another. */
    public void begin(Kind nextKind, int nextLevel) {
        end();
        kind = nextKind;
        level = nextLevel;
    }

    /** From here on blocks stand on this page. */
    public void page(int number) {
        end();
        page = number;
    }

    /** Adds words to the block at hand. */
    public void write(String piece) {
        for (var index = 0; index < piece.length(); index++) {
            var character = piece.charAt(index);
            if (isSpace(character)) {
                spacePending = true;
            } else if (character != ZERO_WIDTH_SPACE) {
                settleSpace();
                current.append(character);
            }
        }
    }

    /** The next words stand on a new line of the same block. */
    public void lineBreak() {
        breakPending = true;
    }

    /** Adds words that link to somewhere. */
    public void write(String piece, String target) {
        var start = linkStart();
        write(piece);
        link(start, target);
    }

    /** Where a link, or what is in bold, begins when it begins with the next word; for {@link #link} and {@link #strong}. */
    public int linkStart() {
        settleSpace();
        return current.length();
    }

    /** Everything written since {@code start} links to {@code target}. */
    public void link(int start, String target) {
        if (current.length() > start && !target.isBlank())
            currentLinks.add(new Link(new Span(start, current.length()), Cleaning.clean(target.strip())));
    }

    /** Everything written since {@code start} is in bold. */
    public void strong(int start) {
        if (current.length() > start) currentStrong.add(new Span(start, current.length()));
    }

    /** Adds a block of code: its white space means something. */
    public void code(String lines) {
        begin(Kind.CODE, 0);
        current.append(withoutBlankEdges(lines));
        end();
    }

    /** Adds a whole block of plain words. */
    public void block(Kind blockKind, int blockLevel, String words) {
        begin(blockKind, blockLevel);
        write(words);
        end();
    }

    /** Adds all blocks of another text, with their links. */
    public void append(Content other) {
        var links = new ArrayDeque<>(other.links());
        for (var block : other.blocks()) {
            if (block.kind() == Kind.CODE) {
                code(block.span().of(other.text()));
                continue;
            }
            begin(block.kind(), block.level());
            var position = block.span().start();
            while (!links.isEmpty()
                    && links.peek().span().start() < block.span().end()) {
                var link = links.pop();
                if (link.span().start() < position) continue;
                writeLines(other.text().substring(position, link.span().start()));
                var start = linkStart();
                writeLines(link.span().of(other.text()));
                link(start, link.target());
                position = link.span().end();
            }
            writeLines(other.text().substring(position, block.span().end()));
            for (var span : other.strong())
                if (block.span().contains(span))
                    currentStrong.add(new Span(
                            span.start() - block.span().start(),
                            span.end() - block.span().start()));
        }
        end();
    }

    private void writeLines(String words) {
        var first = true;
        for (var line : words.split("\n", -1)) {
            if (!first) lineBreak();
            write(line);
            first = false;
        }
    }

    /** Whether the block at hand has any words yet. */
    public boolean isOpen() {
        return !current.isEmpty();
    }

    /** How many blocks were closed. */
    public int size() {
        return blocks.size();
    }

    /** Whether something was left out because the text had reached its limit. */
    public boolean isCut() {
        return cut;
    }

    /** Ends the block at hand; words that follow stand in a paragraph of their own. */
    public void end() {
        if (!current.isEmpty()) flush();
        current.setLength(0);
        currentLinks.clear();
        currentStrong.clear();
        spacePending = false;
        breakPending = false;
        kind = Kind.PARAGRAPH;
        level = 0;
    }

    public Content build() {
        end();
        return new Content(text.toString(), blocks, links, strong);
    }

    private void flush() {
        var raw = current.toString().stripTrailing();
        var words = Cleaning.clean(raw);
        if (words.isBlank()) return;
        var separator = separator();
        var room = longest - text.length() - separator.length();
        if (words.length() > room) {
            cut = true;
            if (room <= 0) return;
            words = words.substring(0, Character.isHighSurrogate(words.charAt(room - 1)) ? room - 1 : room);
            if (words.isBlank()) return;
        }
        text.append(separator);
        var start = text.length();
        text.append(words);
        blocks.add(new Block(kind, level, new Span(start, text.length()), page));
        var linked = settled(currentLinks.stream().map(Link::span).toList(), raw, words, start);
        for (var index = 0; index < linked.size(); index++)
            if (linked.get(index).length() > 0)
                links.add(new Link(linked.get(index), currentLinks.get(index).target()));
        for (var span : settled(currentStrong, raw, words, start)) if (span.length() > 0) strong.add(span);
    }

    /**
     * Ranges of the raw words as ranges of the text. Cleaning may have made the words shorter, so a range's ends are found by
     * cleaning what stands before them; nothing is left of one that begins before the last one ends.
     */
    private static List<Span> settled(List<Span> ranges, String raw, String words, int start) {
        var same = raw.equals(words);
        var settled = new ArrayList<Span>();
        var rawEnd = 0;
        var end = 0;
        for (var range : ranges) {
            var from = range.start();
            var to = range.end();
            if (!same) {
                if (from < rawEnd) {
                    settled.add(new Span(start, start));
                    continue;
                }
                from = end
                        + Cleaning.clean(raw.substring(rawEnd, range.start())).length();
                to = from
                        + Cleaning.clean(raw.substring(range.start(), Math.min(range.end(), raw.length())))
                                .length();
                rawEnd = range.end();
                end = to;
            }
            to = Math.min(to, words.length());
            settled.add(from < to ? new Span(start + from, start + to) : new Span(start, start));
        }
        return settled;
    }

    private String separator() {
        if (blocks.isEmpty()) return "";
        var last = blocks.getLast().kind();
        var close = last == kind && (kind == Kind.LIST_ITEM || kind == Kind.TABLE_CELL);
        return close ? "\n" : "\n\n";
    }

    private void settleSpace() {
        if (!current.isEmpty()) {
            if (breakPending) current.append('\n');
            else if (spacePending) current.append(' ');
        }
        spacePending = false;
        breakPending = false;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static String withoutBlankEdges(String lines) {
        var start = 0;
        for (var index = 0; index < lines.length() && isSpace(lines.charAt(index)); index++)
            if (lines.charAt(index) == '\n') start = index + 1;
        return lines.substring(start).stripTrailing();
    }
}
