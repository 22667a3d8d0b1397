package dev.touchstone.indexer.extract.text;

import java.util.regex.Pattern;

/**
 * Takes AsciiDoc's inline markup out of a block and keeps its words.
 * Before:  "We *must* keep `state`, see link:a.html[the plan]footnote:[Or so.] and <<risks,Risks>>."
 * After:   "We must keep state, see the plan and Risks."
 */
final class AsciidocInline {
    private static final Pattern MACRO = Pattern.compile(
            "(?<scheme>link:|mailto:|xref:|https?://|ftp://|footnote(?:ref)?:|image:|kbd:|btn:|menu:|pass:|stem:|icon:|anchor:)"
                    + "(?<target>[^\\s\\[\\]]{0,500}+)\\[(?<label>[^\\]]{0,1000}+)]"
                    + "|<<(?<id>[^,>]{1,200}+)(?:,(?<text>[^>]{0,500}+))?+>>"
                    + "|\\[\\[[^\\]]{0,200}+]]"
                    + "|\\{(?<attribute>[\\w-]{1,100}+)}");

    private static final Pattern LITERAL = Pattern.compile("`{1,2}+\\+?+([^`]{1,1000}+)`{1,2}+");

    /** Emphasis around words; doubled marks inside a word too. */
    private static final String MARKS = "*_`";

    private AsciidocInline() {}

    static String plain(String text) {
        var builder = new ContentBuilder();
        write(text, builder);
        return builder.build().text();
    }

    static void write(String text, ContentBuilder out) {
        var matcher = MACRO.matcher(text);
        var position = 0;
        while (matcher.find()) {
            out.write(withoutMarks(text.substring(position, matcher.start())));
            position = matcher.end();
            if (matcher.group("id") != null) {
                var label = matcher.group("text");
                out.write(withoutMarks(label == null ? "" : label.strip()), "#" + matcher.group("id"));
            } else if (matcher.group("attribute") != null) {
                attribute(matcher.group("attribute"), out);
            } else if (matcher.group("scheme") != null) {
                macro(matcher.group("scheme"), matcher.group("target"), matcher.group("label"), out);
            }
        }
        out.write(withoutMarks(text.substring(position)));
    }

    private static void macro(String scheme, String target, String label, ContentBuilder out) {
        var words = withoutMarks(label.endsWith("^") ? label.substring(0, label.length() - 1) : label);
        switch (scheme) {
            case "footnote:", "footnoteref:", "image:", "icon:", "anchor:" -> {}
            case "link:", "xref:", "mailto:" -> out.write(words.isBlank() ? target : words, target);
            case "http://", "https://", "ftp://" ->
                out.write(words.isBlank() ? scheme + target : words, scheme + target);
            default -> out.write(words);
        }
    }

    /** Attributes that stand for a character; of others only the name is known. */
    private static void attribute(String name, ContentBuilder out) {
        switch (name) {
            case "nbsp", "sp" -> out.write(" ");
            case "empty", "zwsp", "wj" -> {}
            default -> out.write(name);
        }
    }

    private static String withoutMarks(String text) {
        var result = new StringBuilder(text.length());
        var literal = LITERAL.matcher(text);
        var position = 0;
        while (literal.find()) {
            appendWithoutMarks(text, position, literal.start(), result);
            var words = literal.group(1);
            result.append(words.endsWith("+") ? words.substring(0, words.length() - 1) : words);
            position = literal.end();
        }
        appendWithoutMarks(text, position, text.length(), result);
        return result.toString();
    }

    private static void appendWithoutMarks(String text, int start, int end, StringBuilder result) {
        for (var index = start; index < end; index++) {
            var character = text.charAt(index);
            if (MARKS.indexOf(character) < 0 || !isMark(text, index)) result.append(character);
        }
    }

    /** A mark is doubled, or has a word on exactly one side and a partner; between two words it is a character. */
    private static boolean isMark(String text, int index) {
        var character = text.charAt(index);
        if (at(text, index - 1) == character || at(text, index + 1) == character) return true;
        return isWord(text, index - 1) != isWord(text, index + 1) && hasPartner(text, index);
    }

    private static char at(String text, int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
    }

    private static boolean isWord(String text, int index) {
        var character = at(text, index);
        return !Character.isWhitespace(character) && ",.;:!?)(\"'".indexOf(character) < 0;
    }

    private static boolean hasPartner(String text, int index) {
        var character = text.charAt(index);
        return text.indexOf(character, index + 1) >= 0 || text.lastIndexOf(character, index - 1) >= 0;
    }
}
