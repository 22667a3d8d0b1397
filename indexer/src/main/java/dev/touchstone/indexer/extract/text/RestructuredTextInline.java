package dev.touchstone.indexer.extract.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Takes reStructuredText's inline markup out of a block and keeps its words, each where it stood.
 * Before:  "See `the policy <https://a.example>`_, :pep:`387` and ``print()`` [1]_."
 * After:   "See the policy, pep 387 and print()."        with a link from "the policy"
 */
final class RestructuredTextInline {
    /** Roles whose text means nothing without their name. */
    private static final String NUMBERED_ROLES = " pep rfc cve cwe bpo gh issue bug ";

    private final Map<String, String> targets;

    /**
     * Knows where named links lead.
     *
     * @param targets by name in lower case
     */
    RestructuredTextInline(Map<String, String> targets) {
        this.targets = targets;
    }

    /** The words of a piece that stands alone, such as a field's value. */
    static String plain(String text) {
        var builder = new ContentBuilder();
        new RestructuredTextInline(Map.of()).write(text, builder);
        return builder.build().text();
    }

    void write(String text, ContentBuilder out) {
        new Scan(text, out).run();
    }

    private void writeLink(String label, String name, ContentBuilder out) {
        var target = targets.getOrDefault(normal(name), "");
        if (target.isEmpty()) out.write(label);
        else out.write(label, target);
    }

    static String normal(String name) {
        return name.strip().replaceAll("\\s++", " ").toLowerCase(Locale.ROOT);
    }

    /** One pass; the place of the next closing mark is remembered, so that unclosed marks cost no second look. */
    private final class Scan {
        private final String text;
        private final ContentBuilder out;
        private final Map<String, Integer> closers = new HashMap<>();
        private final StringBuilder words = new StringBuilder();
        private int position;

        private Scan(String text, ContentBuilder out) {
            this.text = text;
            this.out = out;
        }

        private void run() {
            while (position < text.length()) {
                if (!markup()) words.append(text.charAt(position++));
            }
            flush();
        }

        private boolean markup() {
            return switch (text.charAt(position)) {
                case '\\' -> escape();
                case '`' -> backtick();
                case '*' -> enclosed(text.startsWith("**", position) ? "**" : "*");
                case '|' -> substitution();
                case ':' -> role();
                case '[' -> footnote();
                case '_' -> reference();
                default -> false;
            };
        }

        private void flush() {
            out.write(words.toString());
            words.setLength(0);
        }

        private boolean escape() {
            if (position + 1 >= text.length()) return false;
            var next = text.charAt(position + 1);
            // An escaped space joins what stands around it.
            if (!Character.isWhitespace(next)) words.append(next);
            position += 2;
            return true;
        }

        private boolean backtick() {
            if (text.startsWith("``", position)) {
                var close = close("``", position + 2);
                if (close < 0 || !mayOpen(2)) return literally("``");
                words.append(text, position + 2, close);
                position = close + 2;
                return true;
            }
            var close = close("`", position + 1);
            if (close < 0 || !mayOpen(1)) return false;
            var content = text.substring(position + 1, close);
            position = close + 1;
            var suffix = underscores();
            if (suffix > 0) phrase(content);
            else interpreted(content, trailingRole());
            return true;
        }

        private int underscores() {
            var count = 0;
            while (count < 2 && position < text.length() && text.charAt(position) == '_') {
                count++;
                position++;
            }
            return count;
        }

        /** "label <target>" or the name of a link. */
        private void phrase(String content) {
            flush();
            var open = content.lastIndexOf('<');
            if (open >= 0 && content.endsWith(">")) {
                var target = content.substring(open + 1, content.length() - 1);
                var label = unescaped(content.substring(0, open).stripTrailing());
                if (label.isBlank()) out.write(target, target);
                else if (target.endsWith("_")) writeLink(label, target.substring(0, target.length() - 1), out);
                else out.write(label, target.replaceAll("\\s++", ""));
            } else {
                writeLink(unescaped(content), content, out);
            }
        }

        private void interpreted(String content, String role) {
            var open = content.lastIndexOf('<');
            var label = open > 0 && content.endsWith(">") && !role.isEmpty()
                    ? content.substring(0, open).stripTrailing()
                    : content;
            if (!role.isEmpty() && NUMBERED_ROLES.contains(" " + role + " ") && label.equals(content))
                words.append(role).append(' ');
            if (!role.isEmpty() && (label.startsWith("~") || label.startsWith("!"))) label = label.substring(1);
            words.append(unescaped(label));
        }

        private String trailingRole() {
            var end = roleEnd(position);
            if (end < 0) return "";
            var role = text.substring(position + 1, end - 1);
            position = end;
            return role;
        }

        private boolean role() {
            var end = roleEnd(position);
            if (end < 0 || end >= text.length() || text.charAt(end) != '`' || text.startsWith("``", end)) return false;
            var close = close("`", end + 1);
            if (close < 0) return false;
            var role = text.substring(position + 1, end - 1);
            var content = text.substring(end + 1, close);
            position = close + 1;
            interpreted(content, role);
            return true;
        }

        /** Where ":some:role:" that begins here ends; -1 when none does. */
        private int roleEnd(int start) {
            if (start >= text.length() || text.charAt(start) != ':') return -1;
            var end = -1;
            for (var index = start + 1; index < text.length() && index < start + 60; index++) {
                var character = text.charAt(index);
                if (character == ':' && index > start + 1) end = index + 1;
                else if (!Character.isLetterOrDigit(character) && "-_+.".indexOf(character) < 0) break;
            }
            return end;
        }

        private boolean enclosed(String mark) {
            var open = position + mark.length();
            var close = mayOpen(mark.length()) ? close(mark, open) : -1;
            if (close <= open) return literally(mark);
            words.append(unescaped(text.substring(open, close)));
            position = close + mark.length();
            return true;
        }

        /** A mark that opens nothing is what it looks like, and as one. */
        private boolean literally(String mark) {
            words.append(mark);
            position += mark.length();
            return true;
        }

        private boolean substitution() {
            if (!mayOpen(1)) return false;
            var close = close("|", position + 1);
            if (close < 0 || close > position + 100) return false;
            words.append(text, position + 1, close);
            position = close + 1;
            underscores();
            return true;
        }

        /** "[1]_", "[#note]_", "[CIT2002]_" and what stands before them is one space less. */
        private boolean footnote() {
            var end = position + 1;
            while (end < text.length()
                    && end < position + 60
                    && (Character.isLetterOrDigit(text.charAt(end)) || "#*-_.:".indexOf(text.charAt(end)) >= 0)) end++;
            if (end == position + 1 || !text.startsWith("]_", end)) return false;
            while (!words.isEmpty() && Character.isWhitespace(words.charAt(words.length() - 1)))
                words.setLength(words.length() - 1);
            position = end + 2;
            return true;
        }

        /** "_`target`" in the text, and "name_" of a link that is defined. */
        private boolean reference() {
            if (text.startsWith("_`", position) && mayOpen(2) && close("`", position + 2) > 0) {
                var close = close("`", position + 2);
                words.append(text, position + 2, close);
                position = close + 1;
                return true;
            }
            var length = text.startsWith("__", position) ? 2 : 1;
            var after = position + length;
            if (after < text.length() && (Character.isLetterOrDigit(text.charAt(after)) || text.charAt(after) == '_'))
                return false;
            var start = words.length();
            while (start > 0
                    && (Character.isLetterOrDigit(words.charAt(start - 1))
                            || "-.+_".indexOf(words.charAt(start - 1)) >= 0)) start--;
            var name = words.substring(start);
            if (name.isEmpty()
                    || !(targets.containsKey(normal(name))
                            || (length == 2 && targets.containsKey("__") && Character.isLetterOrDigit(name.charAt(0)))))
                return false;
            words.setLength(start);
            flush();
            writeLink(name, name, out);
            position = after;
            return true;
        }

        private boolean mayOpen(int length) {
            var after = position + length;
            if (after >= text.length() || Character.isWhitespace(text.charAt(after))) return false;
            if (position == 0) return true;
            var before = text.charAt(position - 1);
            return !Character.isLetterOrDigit(before) && !isQuotedMark(before, text.charAt(after));
        }

        /** Marks between matching quotes or brackets are meant as they stand: '*' or (*). */
        private boolean isQuotedMark(char before, char after) {
            return switch (before) {
                case '"', '\'' -> after == before;
                case '(' -> after == ')';
                case '[' -> after == ']';
                case '{' -> after == '}';
                case '<' -> after == '>';
                default -> false;
            };
        }

        /** The first place from {@code from} on where the mark can close: after a word, before white space or punctuation. */
        private int close(String mark, int from) {
            var known = closers.getOrDefault(mark, -2);
            if (known == -1 || known >= from) return known;
            var index = Math.max(from, 0);
            while (true) {
                index = text.indexOf(mark, index);
                if (index < 0 || isClose(mark, index)) break;
                index++;
            }
            closers.put(mark, index);
            return index;
        }

        private boolean isClose(String mark, int index) {
            if (index == 0 || Character.isWhitespace(text.charAt(index - 1))) return false;
            if (text.charAt(index - 1) == '\\' && !mark.equals("``")) return false;
            if (mark.equals("*") && (text.startsWith("**", index) || text.charAt(index - 1) == '*')) return false;
            if (mark.equals("``")) return !text.startsWith("```", index);
            var after = index + mark.length();
            return after >= text.length() || !Character.isLetterOrDigit(text.charAt(after));
        }

        private static String unescaped(String content) {
            if (content.indexOf('\\') < 0) return content;
            return content.replaceAll("\\\\(\\s?+)", "");
        }
    }
}
