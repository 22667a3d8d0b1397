package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.indexer.extract.text.ContentBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns the pages of a PDF, which are nothing but lines, into blocks: lines that were wrapped are joined, words that were
 * hyphenated made whole, what repeats at the edges of pages is left out, and lines that look like headings are headings.
 */
final class PdfBlocks extends DefaultHandler {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,4})[.)]?\\s++\\p{Lu}.{1,90}");
    private static final Pattern ITEM =
            Pattern.compile("(?:[•●▪◦○■–—*-]|\\(?\\d{1,2}[.)]|\\(?[a-z][.)]|)\\s*+(?=\\S)(.*+)");
    private static final Pattern DIGITS = Pattern.compile("\\d++");
    private static final int LONGEST_HEADING = 80;

    private final ContentBuilder builder;
    private final List<List<String>> pages = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int characters;
    private int inert;

    PdfBlocks(ContentBuilder builder) {
        this.builder = builder;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes)
            throws SAXException {
        if (characters > Limits.MOST_CHARACTERS) throw new XhtmlBlocks.Full();
        switch (localName) {
            case "head", "style", "script" -> inert++;
            case "div" -> {
                endLine();
                if ("page".equals(attributes.getValue("class"))) pages.add(new ArrayList<>());
            }
            case "p", "li", "tr" -> endParagraph();
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        switch (localName) {
            case "head", "style", "script" -> inert--;
            case "p", "div", "li", "tr" -> endParagraph();
            default -> {}
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inert > 0) return;
        characters += length;
        for (var index = start; index < start + length; index++) {
            if (text[index] == '\n' || text[index] == '\r') endLine();
            else line.append(text[index]);
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
        characters(text, start, length);
    }

    private void endLine() {
        var words = line.toString().strip();
        line.setLength(0);
        if (!words.isEmpty()) page().add(words);
    }

    private void endParagraph() {
        endLine();
        if (!page().isEmpty() && !page().getLast().isEmpty()) page().add("");
    }

    private List<String> page() {
        if (pages.isEmpty()) pages.add(new ArrayList<>());
        return pages.getLast();
    }

    /** Writes the blocks; called once, when the parser has ended or failed. */
    void finish() {
        endLine();
        var repeated = repeated();
        for (var number = 0; number < pages.size(); number++) {
            builder.page(number + 1);
            var lines = pages.get(number).stream()
                    .filter(words -> !repeated.contains(shape(words)))
                    .toList();
            write(lines);
        }
    }

    /** Lines that stand first or last on most pages, numbers aside. */
    private List<String> repeated() {
        var counts = new HashMap<String, Integer>();
        for (var page : pages) {
            var lines = page.stream().filter(words -> !words.isEmpty()).toList();
            var edges = new ArrayList<String>();
            for (var index = 0; index < lines.size(); index++)
                if ((index < 2 || index >= lines.size() - 2)
                        && lines.get(index).length() < 120
                        && !edges.contains(shape(lines.get(index)))) edges.add(shape(lines.get(index)));
            edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= 3 && entry.getValue() * 2 > pages.size())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String shape(String words) {
        return DIGITS.matcher(words).replaceAll("#");
    }

    private void write(List<String> lines) {
        var longest = lines.stream().mapToInt(String::length).max().orElse(0);
        for (var index = 0; index < lines.size(); index++) {
            var words = lines.get(index);
            if (words.isEmpty()) continue;
            var alone = (index == 0 || lines.get(index - 1).isEmpty())
                    && (index + 1 >= lines.size() || lines.get(index + 1).isEmpty());
            if (isHeading(words, alone, index + 1 < lines.size())) heading(words);
            else index = paragraph(lines, index, longest);
        }
        builder.end();
    }

    private static boolean isHeading(String words, boolean alone, boolean followed) {
        if (words.length() > LONGEST_HEADING || !followed || !Character.isLetterOrDigit(words.charAt(0))) return false;
        if (".,;:!?".indexOf(words.charAt(words.length() - 1)) >= 0) return false;
        var letters = words.chars().filter(Character::isLetter).count();
        if (letters < 4) return false;
        if (NUMBERED.matcher(words).matches()) return alone;
        return alone
                && Character.isUpperCase(words.codePointAt(0))
                && words.length() <= 60
                && words.split("\\s+", 12).length <= 9;
    }

    private void heading(String words) {
        var numbered = NUMBERED.matcher(words);
        var level = numbered.matches()
                ? 1
                        + (int) numbered.group(1)
                                .chars()
                                .filter(character -> character == '.')
                                .count()
                : builder.size() == 0 ? 1 : 2;
        builder.block(Kind.HEADING, Math.min(6, level), words);
    }

    /** Joins the lines from here on that belong together; answers the index of the last. */
    private int paragraph(List<String> lines, int start, int longest) {
        var item = ITEM.matcher(lines.get(start));
        var isItem = item.matches();
        builder.begin(isItem ? Kind.LIST_ITEM : Kind.PARAGRAPH, isItem ? 1 : 0);
        var words = isItem ? item.group(1) : lines.get(start);
        var index = start;
        while (index + 1 < lines.size()
                && !lines.get(index + 1).isEmpty()
                && !ITEM.matcher(lines.get(index + 1)).matches()) {
            var next = lines.get(index + 1);
            if (words.endsWith("-")
                    && words.length() > 1
                    && Character.isLetter(words.charAt(words.length() - 2))
                    && Character.isLowerCase(next.charAt(0))) {
                builder.write(words.substring(0, words.length() - 1));
            } else {
                builder.write(words);
                if (words.length() * 2 < longest) builder.lineBreak();
                else builder.write(" ");
            }
            words = next;
            index++;
        }
        builder.write(words);
        builder.end();
        return index;
    }
}
