package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Content;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads text that has no markup for what its lines give away: paragraphs between empty lines, items behind a dash or a number,
 * underlined, numbered or capital headings. A line that ends early ends on purpose: it stays a line.
 */
public final class PlainTextReader implements TextReader {
    private static final Pattern ITEM =
            Pattern.compile("^(\\s*+)(?:[-*+•–]|\\(?\\d{1,3}[.)]|\\(?[a-z][.)])\\s++(\\S.*+)");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,4})\\.?\\s++(\\p{Lu}.{0,78})");
    private static final Pattern LEAD = Pattern.compile("\\p{Lu}\\p{Ll}{2,20}+(?: \\p{L}{2,15}+){0,3}+");
    private static final Pattern LABEL =
            Pattern.compile("\\p{Lu}[\\p{L}\\p{N}' /-]{0,30}+:(?:\\s.*+)?+|<[^>]{1,40}+>.*+");
    private static final Pattern RULE = Pattern.compile("^\\s*+([=\\-_~*#.])\\1{2,}+\\s*+");

    /** In characters; a line that long is no heading, signature or address. */
    private static final int FULL_LINE = 40;

    /** A line with room for this many more characters than the next word needs was broken on purpose. */
    private static final int SLACK = 12;

    @Override
    public TextDocument read(String text) {
        var lines = Lines.of(Cleaning.clean(text));
        var header = HeaderBlock.of(lines, 3, UnaryOperator.identity());
        var out = new ContentBuilder();
        new Parse(lines.subList(header.next(), lines.size()), out).run();
        return TextDocument.of(out, header.fields());
    }

    /** Reads text that has no header lines of its own, such as a mail's. */
    public Content readBody(String text) {
        var out = new ContentBuilder();
        new Parse(Lines.of(Cleaning.clean(text)), out).run();
        return out.build();
    }

    /** The state of one document's reading. */
    private static final class Parse {
        private final List<String> lines;
        private final ContentBuilder out;
        private int index;

        private Parse(List<String> lines, ContentBuilder out) {
            this.lines = lines;
            this.out = out;
        }

        private void run() {
            while (index < lines.size()) {
                var line = lines.get(index);
                if (line.isBlank() || RULE.matcher(line).matches()) index++;
                else if (!heading(line)) words(line);
            }
        }

        private boolean heading(String line) {
            if (line.length() > 100) return false;
            var under = at(index + 1);
            if (under.strip().length() >= 3
                    && RULE.matcher(under).matches()
                    && isAlone(index, index + 1)
                    && under.strip().length() * 2 >= line.strip().length()) {
                out.block(Kind.HEADING, under.strip().charAt(0) == '=' ? 1 : 2, line);
                index += 2;
                return true;
            }
            if (isLead(line)) {
                out.block(Kind.HEADING, 2, line);
                index++;
                return true;
            }
            if (!isAlone(index, index) || line.isBlank() || ".,;:?!".indexOf(line.charAt(line.length() - 1)) >= 0)
                return false;
            var numbered = NUMBERED.matcher(line);
            if (numbered.matches()) {
                var depth = (int) numbered.group(1)
                        .chars()
                        .filter(character -> character == '.')
                        .count();
                out.block(Kind.HEADING, Math.min(6, depth + 2), line);
            } else if (isCapital(line)) {
                out.block(Kind.HEADING, 2, line);
            } else {
                return false;
            }
            index++;
            return true;
        }

        /** A few words right above what they are the heading of: a full line, or the first item of a list. */
        private boolean isLead(String line) {
            var next = at(index + 1);
            return at(index - 1).isBlank()
                    && LEAD.matcher(line).matches()
                    && (next.length() >= FULL_LINE || ITEM.matcher(next).matches());
        }

        /** An empty line above and below, or the text's beginning. */
        private boolean isAlone(int first, int last) {
            return at(first - 1).isBlank()
                    && (first == last ? at(last + 1).isBlank() && last + 1 < lines.size() : true);
        }

        private static boolean isCapital(String line) {
            var letters = line.chars().filter(Character::isLetter).count();
            return letters >= 4 && line.length() <= 80 && line.chars().noneMatch(Character::isLowerCase);
        }

        private String at(int line) {
            return line < 0 || line >= lines.size() ? "" : lines.get(line);
        }

        private void words(String line) {
            var item = ITEM.matcher(line);
            if (item.matches()) {
                out.begin(Kind.LIST_ITEM, 1 + Math.min(5, item.group(1).length() / 2));
                out.write(item.group(2));
            } else {
                out.begin(Kind.PARAGRAPH, 0);
                out.write(line);
            }
            var longest = longest();
            for (index++; !at(index).isBlank(); index++) {
                var next = at(index);
                if (ITEM.matcher(next).matches()
                        || RULE.matcher(next).matches()
                        || RULE.matcher(at(index + 1)).matches()) break;
                join(at(index - 1), next, longest);
            }
            out.end();
        }

        private int longest() {
            var longest = 0;
            for (var next = index; !at(next).isBlank() && next < index + 200; next++)
                longest = Math.max(longest, at(next).length());
            return longest;
        }

        private void join(String line, String next, int longest) {
            var word = next.stripLeading().split("\\s", 2)[0].length();
            if (longest > 200) out.begin(Kind.PARAGRAPH, 0);
            else if (line.length() + word + SLACK < longest
                    || longest < 50
                    || LABEL.matcher(next).matches()) out.lineBreak();
            else out.write(" ");
            out.write(next);
        }
    }
}
