package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Block.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * Turns the tags and words of (X)HTML, in the order in which they stand, into blocks. Needs no tree and trusts no nesting: a
 * tag that is never closed ends where its parent does. Comments, scripts and styles are not passed in or are left out.
 */
public final class MarkupBlocks {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "head",
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "map",
            "select",
            "button",
            "datalist",
            "svg:style");

    private static final Set<String> LINES = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "address",
            "figure",
            "figcaption",
            "center",
            "fieldset",
            "form",
            "legend",
            "body",
            "html",
            "caption",
            "summary",
            "details",
            "dl",
            "dd",
            "ul",
            "ol",
            "menu",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "hr",
            "title",
            "text",
            "foreignobject",
            "hgroup",
            "search",
            "dir");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("h1", Kind.HEADING),
            Map.entry("h2", Kind.HEADING),
            Map.entry("h3", Kind.HEADING),
            Map.entry("h4", Kind.HEADING),
            Map.entry("h5", Kind.HEADING),
            Map.entry("h6", Kind.HEADING),
            Map.entry("li", Kind.LIST_ITEM),
            Map.entry("dt", Kind.LIST_ITEM),
            Map.entry("td", Kind.TABLE_CELL),
            Map.entry("th", Kind.TABLE_CELL),
            Map.entry("blockquote", Kind.QUOTATION),
            Map.entry("pre", Kind.CODE),
            Map.entry("listing", Kind.CODE),
            Map.entry("xmp", Kind.CODE),
            Map.entry("textarea", Kind.CODE));

    private static final Set<String> BOLD = Set.of("b", "strong");

    private final ContentBuilder out;
    private final Kind outer;
    private final int outerLevel;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Deque<Integer> columns = new ArrayDeque<>();
    private final StringBuilder code = new StringBuilder();
    private String silent = "";
    private int silentDepth;
    private int items;
    private int codeDepth;
    private String linkTarget = "";
    private int linkStart = -1;
    private int bold;
    private int strongStart = -1;

    public MarkupBlocks(ContentBuilder out) {
        this(out, Kind.PARAGRAPH, 0);
    }

    /** For markup inside a block of this kind. */
    MarkupBlocks(ContentBuilder out, Kind outer, int outerLevel) {
        this.out = out;
        this.outer = outer;
        this.outerLevel = outerLevel;
    }

    /** A tag opens; {@code target} is where a link leads, empty for everything else. */
    public void open(String name, String target) {
        if (!silent.isEmpty()) {
            if (name.equals(silent)) silentDepth++;
            return;
        }
        if (SILENT.contains(name)) {
            silent = name;
            silentDepth = 1;
        } else if (name.equals("br")) {
            breakLine();
        } else if (BOLD.contains(name)) {
            bold++;
        } else if (name.equals("a")) {
            closeLink();
            linkTarget = target;
        } else if (KINDS.containsKey(name)) {
            openBlock(name, KINDS.getOrDefault(name, Kind.PARAGRAPH));
        } else if (LINES.contains(name)) {
            endBlock();
            if (name.equals("table")) columns.push(0);
            if (name.equals("tr") && !columns.isEmpty()) resetColumn();
        }
    }

    /** A tag closes, or an empty one ends. */
    public void close(String name) {
        if (!silent.isEmpty()) {
            if (name.equals(silent) && --silentDepth == 0) silent = "";
        } else if (BOLD.contains(name)) {
            if (bold > 0 && --bold == 0) closeStrong();
        } else if (name.equals("a")) {
            closeLink();
            linkTarget = "";
        } else if (KINDS.containsKey(name)) {
            closeBlock(name);
        } else if (LINES.contains(name)) {
            endBlock();
            if (name.equals("table") && !columns.isEmpty()) columns.pop();
        }
    }

    /** Words between tags. */
    public void words(String words) {
        if (!silent.isEmpty()) return;
        if (codeDepth > 0) {
            code.append(words);
            return;
        }
        if (!out.isOpen()) {
            if (words.isBlank()) return;
            begin();
        }
        if (!linkTarget.isEmpty() && linkStart < 0 && !words.isBlank()) linkStart = beginLink(words);
        if (bold > 0 && strongStart < 0 && !words.isBlank()) strongStart = beginLink(words);
        out.write(words);
    }

    /** Ends what is still open. */
    public void finish() {
        if (codeDepth > 0) endCode();
        endBlock();
    }

    private int beginLink(String words) {
        if (Character.isWhitespace(words.charAt(0))) out.write(" ");
        return out.linkStart();
    }

    private void breakLine() {
        if (codeDepth > 0) code.append('\n');
        else out.lineBreak();
    }

    private void openBlock(String name, Kind kind) {
        endBlock();
        if (kind == Kind.CODE && codeDepth++ > 0) return;
        if (kind == Kind.LIST_ITEM && name.equals("li")) items++;
        if (kind == Kind.TABLE_CELL) columns.push(columns.isEmpty() ? 1 : columns.pop() + 1);
        frames.push(new Frame(name, kind, level(name, kind)));
    }

    private int level(String name, Kind kind) {
        return switch (kind) {
            case HEADING -> name.charAt(1) - '0';
            case LIST_ITEM -> Math.max(1, items);
            case TABLE_CELL -> columns.element();
            case PARAGRAPH, QUOTATION, CODE -> 0;
        };
    }

    private void closeBlock(String name) {
        if (codeDepth > 0) {
            if (KINDS.get(name) == Kind.CODE && --codeDepth == 0) endCode();
            else return;
        }
        endBlock();
        if (frames.stream().noneMatch(frame -> frame.name.equals(name))) return;
        while (true) {
            var frame = frames.pop();
            if (frame.name.equals("li")) items--;
            if (frame.name.equals(name)) return;
        }
    }

    private void endCode() {
        codeDepth = 0;
        out.code(code.toString());
        code.setLength(0);
    }

    private void begin() {
        var frame = frames.peek();
        if (frame == null) {
            out.begin(outer, outerLevel);
        } else if (frame.kind == Kind.LIST_ITEM && frame.used) {
            out.begin(Kind.PARAGRAPH, 0);
        } else {
            out.begin(frame.kind, frame.level);
            frame.used = true;
        }
    }

    private void endBlock() {
        closeLink();
        closeStrong();
        out.end();
    }

    private void closeLink() {
        if (linkStart >= 0) out.link(linkStart, linkTarget);
        linkStart = -1;
    }

    private void closeStrong() {
        if (strongStart >= 0) out.strong(strongStart);
        strongStart = -1;
    }

    private void resetColumn() {
        columns.pop();
        columns.push(0);
    }

    /** A block's tag that is open; {@code used} once words have stood in it. */
    private static final class Frame {
        private final String name;
        private final Kind kind;
        private final int level;
        private boolean used;

        private Frame(String name, Kind kind, int level) {
            this.name = name;
            this.kind = kind;
            this.level = level;
        }
    }
}
