package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.indexer.extract.text.ContentBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Turns the lines of a PDF into blocks: large or bold lines are headings, wrapped lines are joined, lines of cells are a
 * table, and what repeats at the edges of pages is left out.
 */
final class PdfBlocks {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,4})[.)]?\\s++\\p{Lu}.*+");
    private static final Pattern ITEM =
            Pattern.compile("(?:[•●▪◦○■➢✓\uF0B7\uF0A7–—*-]\\s++|\\(?\\d{1,2}[.)]\\s++|\\(?[a-z][.)]\\s++)(\\S.*+)");
    private static final Pattern DIGITS = Pattern.compile("\\d++");
    private static final int LONGEST_HEADING = 120;
    private static final int MOST_HEADING_LINES = 3;
    private static final int MOST_LEVELS = 5;

    private final List<PdfLine> lines;
    private final ContentBuilder out;
    private final float body;
    private final float widest;
    private final List<Float> headingSizes;
    private final boolean hyphenates;

    private PdfBlocks(List<PdfLine> lines, ContentBuilder out) {
        this.lines = lines;
        this.out = out;
        this.body = bodySize(lines);
        this.widest = lines.stream()
                .map(line -> line.place().right())
                .max(Float::compare)
                .orElse(0f);
        this.headingSizes = List.copyOf(sizesAbove(lines, body).descendingSet());
        this.hyphenates = hyphenates(lines);
    }

    static void write(List<PdfLine> all, ContentBuilder out) {
        var repeated = repeated(all);
        var lines = all.stream().filter(line -> !repeated.contains(shape(line))).toList();
        new PdfBlocks(lines, out).run();
    }

    /** The size in which most letters are set. */
    private static float bodySize(List<PdfLine> lines) {
        var letters = new HashMap<Float, Integer>();
        for (var line : lines) letters.merge(line.size(), line.words().length(), Integer::sum);
        return letters.entrySet().stream()
                .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    private static NavigableSet<Float> sizesAbove(List<PdfLine> lines, float body) {
        var sizes = new TreeSet<Float>();
        for (var line : lines) if (line.size() > body * 1.12f) sizes.add(line.size());
        return sizes;
    }

    /** Whether words are broken at line ends; where they hardly ever are, a hyphen there is the word's own. */
    private static boolean hyphenates(List<PdfLine> lines) {
        var broken = 0;
        for (var index = 0; index + 1 < lines.size(); index++)
            if (isBroken(lines.get(index).words(), lines.get(index + 1).words())) broken++;
        return broken >= 3 && broken * 40 > lines.size();
    }

    private static boolean isBroken(String words, String next) {
        var length = words.length();
        return length > 2
                && words.charAt(length - 1) == '-'
                && Character.isLetter(words.charAt(length - 2))
                && Character.isLowerCase(next.charAt(0));
    }

    /** Shapes of lines that stand among the first or last two on most pages. */
    private static Set<String> repeated(List<PdfLine> lines) {
        var pages = new HashMap<Integer, List<PdfLine>>();
        for (var line : lines)
            pages.computeIfAbsent(line.place().page(), _ -> new ArrayList<>()).add(line);
        var counts = new HashMap<String, Integer>();
        for (var page : pages.values()) {
            var edges = new HashSet<String>();
            for (var index = 0; index < page.size(); index++)
                if (index < 2 || index >= page.size() - 2) edges.add(shape(page.get(index)));
            edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
        }
        var repeated = new HashSet<String>();
        counts.forEach((edge, count) -> {
            var numbered = edge.indexOf('#') >= 0 && count >= 2;
            if ((count >= 3 || numbered) && count * 2 > pages.size()) repeated.add(edge);
        });
        return repeated;
    }

    private static String shape(PdfLine line) {
        return DIGITS.matcher(line.words()).replaceAll("#");
    }

    private void run() {
        var page = 0;
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (line.place().page() != page) {
                page = line.place().page();
                out.page(page);
            }
            if (isHeading(index)) index = heading(index);
            else if (isRow(index)) row(line);
            else index = paragraph(index);
        }
        out.end();
    }

    private boolean isHeading(int index) {
        var line = lines.get(index);
        var words = line.words();
        if (words.length() > LONGEST_HEADING
                || words.chars().filter(Character::isLetter).count() < 3) return false;
        if (headingSizes.contains(line.size()) || isNumbered(index)) return true;
        return line.bold()
                && line.cells().size() == 1
                && !ITEM.matcher(words).matches()
                && standsApart(index)
                && ".,;".indexOf(words.charAt(words.length() - 1)) < 0;
    }

    /** A short line with a number in front, above words; alone among its likes, or it is an item of a list. */
    private boolean isNumbered(int index) {
        var line = lines.get(index);
        var words = line.words();
        var numbered = NUMBERED.matcher(words);
        if (!numbered.matches() || words.length() > 90 || ".,;:?!".indexOf(words.charAt(words.length() - 1)) >= 0)
            return false;
        if (index + 1 >= lines.size() || line.place().right() > widest * 0.85f) return false;
        return numbered.group(1).indexOf('.') > 0
                || (!isFirstLevel(lines.get(index + 1).words()) && (index == 0 || gap(index) > 1.4f * line.size()));
    }

    private static boolean isFirstLevel(String words) {
        var numbered = NUMBERED.matcher(words);
        return numbered.matches() && numbered.group(1).indexOf('.') < 0;
    }

    /** A bold line amid other bold lines is emphasis; one with other lines below is a heading. */
    private boolean standsApart(int index) {
        var below = index + 1 < lines.size() ? lines.get(index + 1) : null;
        if (below == null || below.bold()) return false;
        return index == 0
                || !lines.get(index - 1).bold()
                || gap(index) > 1.4f * lines.get(index).size();
    }

    /** Joins a heading's lines; answers the index of the last. A run of many is no heading, however large its letters. */
    private int heading(int start) {
        var first = lines.get(start);
        var last = start;
        while (last + 1 < lines.size() && goesOnAsHeading(first, last + 1)) last++;
        var isHeading = last - start < MOST_HEADING_LINES;
        out.begin(isHeading ? Kind.HEADING : Kind.PARAGRAPH, isHeading ? level(first) : 0);
        for (var index = start; index <= last; index++) {
            if (index > start && !isHeading) out.lineBreak();
            out.write(" " + lines.get(index).words());
        }
        out.end();
        return last;
    }

    private boolean goesOnAsHeading(PdfLine first, int index) {
        var line = lines.get(index);
        return isHeading(index)
                && follows(index)
                && line.size() == first.size()
                && line.bold() == first.bold()
                && !NUMBERED.matcher(line.words()).matches();
    }

    private int level(PdfLine line) {
        var numbered = NUMBERED.matcher(line.words());
        if (numbered.matches() && !headingSizes.contains(line.size()))
            return Math.min(
                    1 + MOST_LEVELS,
                    2
                            + (int) numbered.group(1)
                                    .chars()
                                    .filter(character -> character == '.')
                                    .count());
        var rank = headingSizes.indexOf(line.size());
        return 1 + Math.min(MOST_LEVELS, rank < 0 ? headingSizes.size() : rank);
    }

    /** Cells make a row when the line above or below has cells too. */
    private boolean isRow(int index) {
        if (lines.get(index).cells().size() < 2) return false;
        return (index > 0 && lines.get(index - 1).cells().size() > 1 && follows(index))
                || (index + 1 < lines.size() && lines.get(index + 1).cells().size() > 1 && follows(index + 1));
    }

    private void row(PdfLine line) {
        var column = 0;
        for (var words : line.cells()) out.block(Kind.TABLE_CELL, ++column, words);
    }

    /** Whether the line stands right below the one before. */
    private boolean follows(int index) {
        var gap = gap(index);
        return gap > 0 && gap < 2.2f * lines.get(index).size();
    }

    private float gap(int index) {
        var line = lines.get(index).place();
        var above = lines.get(index - 1).place();
        return line.page() == above.page() ? line.baseline() - above.baseline() : Float.MAX_VALUE;
    }

    /** Joins the lines from here on that belong together; answers the index of the last. */
    private int paragraph(int start) {
        var item = ITEM.matcher(lines.get(start).words());
        var isItem = item.matches();
        out.begin(isItem ? Kind.LIST_ITEM : Kind.PARAGRAPH, isItem ? 1 : 0);
        var words = isItem ? item.group(1) : lines.get(start).words();
        var index = start;
        while (goesOn(start, index + 1)) {
            var next = lines.get(index + 1).words();
            if (isBroken(words, next)) {
                out.write(hyphenates ? words.substring(0, words.length() - 1) : words);
            } else {
                out.write(words);
                // A line that ends well before the margin was ended on purpose.
                if (lines.get(index).place().right() < widest * 0.6f) out.lineBreak();
                else out.write(" ");
            }
            words = next;
            index++;
        }
        out.write(words);
        out.end();
        return index;
    }

    private boolean goesOn(int start, int index) {
        if (index >= lines.size() || isHeading(index) || isRow(index)) return false;
        var line = lines.get(index);
        if (ITEM.matcher(line.words()).matches()) return false;
        var above = lines.get(index - 1);
        // A paragraph that a page break cuts in two goes on where no sentence had ended.
        if (line.place().page() != above.place().page())
            return Character.isLowerCase(line.words().charAt(0)) && !endsSentence(above.words());
        return gap(index) > 0
                && gap(index) <= 1.25f * leading(start, index)
                && Math.abs(line.size() - above.size()) < 1.5f;
    }

    private static boolean endsSentence(String words) {
        return ".:;!?".indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    /** The distance of this paragraph's lines, as far as it is known. */
    private float leading(int start, int index) {
        return index - 1 > start ? gap(index - 1) : 1.3f * lines.get(start).size();
    }
}
