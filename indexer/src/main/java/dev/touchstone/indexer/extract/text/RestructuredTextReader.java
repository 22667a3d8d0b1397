package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads reStructuredText, as docutils describes it, for its blocks: a PEP's header becomes fields; comments, link targets,
 * footnotes and images are left out; what stands in a note or a warning is the author's words.
 */
public final class RestructuredTextReader implements TextReader {
    private static final int DEEPEST = 40;

    private static final Pattern BULLET = Pattern.compile("([*+\\-•‣⁃])(\\s++|$)");
    private static final Pattern NUMBER =
            Pattern.compile("(\\(?+(?:\\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]{1,9}|#)[.)])(\\s++|$)");
    private static final Pattern FIELD =
            Pattern.compile(":((?![: ])[^:]{1,80}+(?:(?=:\\S):[^:]{1,80}+)?+):(?:\\s++(.*+)|$)");
    private static final Pattern EXPLICIT = Pattern.compile("\\.\\.(\\s++(.*+)|$)");
    private static final Pattern DIRECTIVE =
            Pattern.compile("([\\p{L}][\\p{L}\\p{N}:+._-]{0,60}?) ?::(?:\\s++(.*+)|$)");
    private static final Pattern ATTRIBUTION = Pattern.compile("(?:--|—)\\s*+\\S.*+");

    @Override
    public TextDocument read(String text) {
        var lines = Lines.of(Cleaning.clean(text));
        return new Parse(lines).run();
    }

    /** The state of one document's reading. */
    private static final class Parse {
        private final List<String> lines;
        private final ContentBuilder out = new ContentBuilder();
        private final List<Field> fields = new ArrayList<>();
        private final List<String> styles = new ArrayList<>();
        private final RestructuredTextInline inline;
        /** Bodies in which a table was begun that never ends, so that none is looked for again. */
        private final Set<List<String>> unended = Collections.newSetFromMap(new IdentityHashMap<>());

        private int quotes;
        private int lists;

        private Parse(List<String> lines) {
            this.lines = lines;
            this.inline = new RestructuredTextInline(RestructuredTextTargets.of(lines));
        }

        private TextDocument run() {
            var header = HeaderBlock.of(lines, 2, RestructuredTextInline::plain);
            fields.addAll(header.fields());
            blocks(lines.subList(header.next(), lines.size()), 0);
            return TextDocument.of(out, fields);
        }

        /** Reads lines whose indentation is taken off. */
        private void blocks(List<String> body, int depth) {
            var index = 0;
            while (index < body.size()) {
                var next = body.get(index).isBlank() ? index + 1 : block(body, index, depth);
                index = Math.max(next, index + 1);
            }
        }

        /** Reads the block that begins here; answers where the next begins. */
        private int block(List<String> body, int index, int depth) {
            var line = body.get(index);
            if (depth > DEEPEST) return paragraph(body, index, depth);
            if (Lines.indent(line) > 0 && !RestructuredTextAdornment.isOverline(body, index))
                return indented(body, index, depth);
            var heading = heading(body, index);
            if (heading > index) return heading;
            if (RestructuredTextAdornment.isAdornment(line) && line.length() >= 4) return index + 1;
            if (EXPLICIT.matcher(line).matches()) return explicit(body, index, depth);
            if (line.startsWith("__ ") && line.length() > 3) return index + 1;
            if (RestructuredTextTables.isGridBorder(line)) return grid(body, index);
            if (RestructuredTextTables.isSimpleBorder(line)) return simple(body, index, depth);
            if (line.startsWith(">>> ")) return doctest(body, index);
            if (line.startsWith("| ") || line.equals("|")) return lineBlock(body, index);
            var bullet = BULLET.matcher(line);
            if (bullet.lookingAt()) return item(body, index, bullet.end(), depth);
            var number = NUMBER.matcher(line);
            if (number.lookingAt() && isNumbered(body, index)) return item(body, index, number.end(), depth);
            if (FIELD.matcher(line).matches()) return fieldList(body, index, depth);
            return paragraph(body, index, depth);
        }

        // Headings

        private int heading(List<String> body, int index) {
            var line = body.get(index);
            if (RestructuredTextAdornment.isOverline(body, index)) {
                title(body.get(index + 1).strip(), line.substring(0, 2));
                return index + 3;
            }
            if (index + 1 >= body.size() || RestructuredTextAdornment.isAdornment(line) || Lines.indent(line) > 0)
                return index;
            var under = body.get(index + 1);
            if (!RestructuredTextAdornment.isAdornment(under) || under.length() < Math.min(4, line.length()))
                return index;
            if (RestructuredTextTables.isSimpleBorder(line)) return index;
            title(line.strip(), under.substring(0, 1));
            return index + 2;
        }

        private void title(String words, String style) {
            if (!styles.contains(style)) styles.add(style);
            out.begin(Kind.HEADING, Math.min(6, styles.indexOf(style) + 1));
            inline.write(words, out);
            out.end();
        }

        // Lists

        /** A list's number needs company, or "A. Einstein wrote" would be one. */
        private static boolean isNumbered(List<String> body, int index) {
            if (index + 1 >= body.size()) return true;
            var next = body.get(index + 1);
            return next.isBlank()
                    || Lines.indent(next) > 0
                    || NUMBER.matcher(next).lookingAt();
        }

        private int item(List<String> body, int index, int width, int depth) {
            var first = body.get(index);
            var end = indentedEnd(body, index + 1);
            var inner = new ArrayList<String>();
            inner.add(first.substring(Math.min(width, first.length())));
            for (var line : body.subList(index + 1, end)) inner.add(Lines.cut(line, width));
            lists++;
            listItem(inner, depth);
            lists--;
            return end;
        }

        /** The first paragraph is the item; what follows are blocks inside it. */
        private void listItem(List<String> inner, int depth) {
            var end = 0;
            if (!startsBlock(inner)) {
                end = 1;
                while (end < inner.size()
                        && !inner.get(end).isBlank()
                        && !BULLET.matcher(inner.get(end)).lookingAt()) end++;
                words(Kind.LIST_ITEM, lists, inner.subList(0, end));
                if (endsWithLiteral(inner, end)) end = literal(inner, end);
            }
            blocks(Lines.dedent(inner.subList(end, inner.size())), depth + 1);
        }

        private static boolean startsBlock(List<String> inner) {
            var first = inner.getFirst();
            return first.isBlank()
                    || EXPLICIT.matcher(first).matches()
                    || BULLET.matcher(first).lookingAt();
        }

        private int fieldList(List<String> body, int index, int depth) {
            var header = out.size() <= 1 && depth == 0;
            var next = index;
            while (next < body.size()) {
                var field = FIELD.matcher(body.get(next));
                if (!field.matches()) break;
                var end = indentedEnd(body, next + 1);
                var value = (field.group(2) == null ? "" : field.group(2)) + " "
                        + String.join(" ", body.subList(next + 1, end)).strip();
                if (header) addField(field.group(1), value);
                else labelled(field.group(1), value);
                next = end;
                if (next < body.size() && body.get(next).isBlank()) next++;
            }
            return next;
        }

        private void addField(String name, String value) {
            var plain = RestructuredTextInline.plain(value);
            if (!plain.isBlank()) fields.add(new Field(Cleaning.clean(name.strip()), plain, Origin.HEADER));
        }

        private void labelled(String name, String value) {
            out.begin(Kind.LIST_ITEM, lists + 1);
            inline.write(name + ": " + value, out);
            out.end();
        }

        // Explicit markup

        private int explicit(List<String> body, int index, int depth) {
            var matcher = EXPLICIT.matcher(body.get(index));
            var rest = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
            // Two dots alone on a line, with an empty one below, end a list and hide nothing.
            if (rest.isEmpty() && index + 1 < body.size() && body.get(index + 1).isBlank()) return index + 1;
            var end = indentedEnd(body, index + 1);
            var directive = DIRECTIVE.matcher(rest);
            if (directive.matches()) {
                var argument = directive.group(2) == null ? "" : directive.group(2);
                directive(
                        directive.group(1).toLowerCase(Locale.ROOT),
                        argument,
                        Lines.dedent(body.subList(index + 1, end)),
                        depth);
            }
            // Everything else is a comment, a target, a footnote or a substitution's definition.
            return end;
        }

        private void directive(String name, String argument, List<String> body, int depth) {
            var directive = RestructuredTextDirective.of(name);
            var content = withoutOptions(directive, body);
            switch (directive) {
                case SILENT -> {}
                case CODE -> out.code(String.join("\n", content));
                case LIST_TABLE -> {
                    caption(argument);
                    listTable(content);
                }
                case CSV_TABLE -> {
                    caption(argument);
                    csvTable(content);
                }
                case QUOTATION -> {
                    quotes++;
                    blocks(content, depth + 1);
                    quotes--;
                }
                case ADMONITION -> blocks(argument.isEmpty() ? content : joined(argument, content), depth + 1);
                case WORDS -> blocks(content, depth + 1);
            }
        }

        private static List<String> joined(String first, List<String> rest) {
            var joined = new ArrayList<String>(rest.size() + 1);
            joined.add(first);
            joined.addAll(rest);
            return joined;
        }

        /** Without the lines of options, and of a table's caption that goes on, which stand first. */
        private static List<String> withoutOptions(RestructuredTextDirective directive, List<String> body) {
            var start = 0;
            while (start < body.size() && isOption(directive, body, start)) start++;
            return Lines.dedent(body.subList(start, body.size()));
        }

        private static boolean isOption(RestructuredTextDirective directive, List<String> body, int index) {
            var line = body.get(index);
            if (FIELD.matcher(line).matches() || (index > 0 && Lines.indent(line) > 0)) return true;
            return directive.isTable() && index == 0 && !line.isBlank() && !line.startsWith("* ");
        }

        private void caption(String words) {
            if (!words.isBlank()) words(Kind.PARAGRAPH, 0, List.of(words));
        }

        private void listTable(List<String> content) {
            var column = 0;
            var cell = new StringBuilder();
            for (var line : content) {
                var words = line;
                var begins = false;
                if (words.startsWith("* -")) {
                    words = words.substring(3);
                    begins = true;
                    cell(column, cell);
                    column = 1;
                } else if (words.startsWith("  -") && (words.length() == 3 || words.charAt(3) == ' ')) {
                    words = words.substring(3);
                    begins = true;
                    cell(column, cell);
                    column++;
                }
                cell.append(begins ? "" : " ").append(words.strip());
            }
            cell(column, cell);
        }

        private void cell(int column, StringBuilder words) {
            if (column > 0 && !words.toString().isBlank()) words(Kind.TABLE_CELL, column, List.of(words.toString()));
            words.setLength(0);
        }

        private void csvTable(List<String> content) {
            for (var line : content) {
                var column = 0;
                for (var cell : RestructuredTextTables.csv(line))
                    cell(++column, new StringBuilder(cell.strip().replace("\"", "")));
            }
        }

        // Tables

        private int grid(List<String> body, int index) {
            var end = RestructuredTextTables.endOfGrid(body, index);
            cells(RestructuredTextTables.grid(body.subList(index, end)));
            return end;
        }

        private int simple(List<String> body, int index, int depth) {
            var end = unended.contains(body) ? index : RestructuredTextTables.endOfSimple(body, index);
            if (end == index) {
                unended.add(body);
                return paragraph(body, index, depth);
            }
            cells(RestructuredTextTables.simple(body.subList(index, end)));
            return end;
        }

        private void cells(List<RestructuredTextTables.Cell> cells) {
            for (var cell : cells) words(Kind.TABLE_CELL, cell.column(), List.of(cell.words()));
        }

        // Paragraphs

        private int paragraph(List<String> body, int index, int depth) {
            var end = index + 1;
            while (end < body.size()
                    && !body.get(end).isBlank()
                    && (Lines.indent(body.get(end)) == 0 || end > index + 1)) end++;
            if (end == index + 1 && end < body.size() && !body.get(end).isBlank())
                return definition(body, index, depth);
            words(proseKind(), 0, body.subList(index, end));
            return endsWithLiteral(body.subList(index, end), end - index) ? literal(body, end) : end;
        }

        /** A term, and on the lines below it, indented, what it means. */
        private int definition(List<String> body, int index, int depth) {
            var end = indentedEnd(body, index + 1);
            if (body.get(index).endsWith("::")) {
                words(proseKind(), 0, body.subList(index, index + 1));
                return literal(body, index + 1);
            }
            words(Kind.LIST_ITEM, lists + 1, body.subList(index, index + 1));
            blocks(Lines.dedent(body.subList(index + 1, end)), depth + 1);
            return end;
        }

        private Kind proseKind() {
            return quotes > 0 ? Kind.QUOTATION : Kind.PARAGRAPH;
        }

        private void words(Kind kind, int level, List<String> pieces) {
            var joined = String.join(" ", pieces).strip();
            if (joined.equals("::")) return;
            if (joined.endsWith("::"))
                joined = joined.endsWith(" ::")
                        ? joined.substring(0, joined.length() - 3)
                        : joined.substring(0, joined.length() - 1);
            out.begin(kind, level);
            inline.write(joined, out);
            out.end();
        }

        private static boolean endsWithLiteral(List<String> pieces, int end) {
            return end > 0 && end <= pieces.size() && pieces.get(end - 1).endsWith("::");
        }

        /** The indented (or quoted) block after "::". */
        private int literal(List<String> body, int index) {
            var start = index;
            while (start < body.size() && body.get(start).isBlank()) start++;
            if (start >= body.size()) return start;
            var end = indentedEnd(body, start);
            if (end == start && RestructuredTextAdornment.isMark(body.get(start).charAt(0)) && start > index) {
                var quote = body.get(start).substring(0, 1);
                while (end < body.size() && body.get(end).startsWith(quote)) end++;
                if (end == start + 1 && BULLET.matcher(body.get(start)).lookingAt()) return start;
            }
            if (end > start) out.code(String.join("\n", Lines.dedent(body.subList(start, end))));
            return end;
        }

        /** Indented words are a quotation; an indented list is just a list, however it came there. */
        private int indented(List<String> body, int index, int depth) {
            var end = indentedEnd(body, index);
            var inner = Lines.dedent(body.subList(index, end));
            var quotation = isQuotation(inner);
            if (quotation) quotes++;
            blocks(inner, depth + 1);
            if (quotation) quotes--;
            return end;
        }

        private boolean isQuotation(List<String> inner) {
            var first = inner.getFirst();
            if (lists > 0) return false;
            var list =
                    BULLET.matcher(first).lookingAt() || NUMBER.matcher(first).lookingAt();
            return !list || ATTRIBUTION.matcher(inner.getLast()).matches();
        }

        private int doctest(List<String> body, int index) {
            var end = index;
            while (end < body.size() && !body.get(end).isBlank()) end++;
            out.code(String.join("\n", body.subList(index, end)));
            return end;
        }

        private int lineBlock(List<String> body, int index) {
            var end = index;
            out.begin(proseKind(), 0);
            for (; end < body.size() && !body.get(end).isBlank(); end++) {
                if (end > index) out.lineBreak();
                var line = body.get(end).strip();
                inline.write(line.startsWith("|") ? line.substring(1) : line, out);
            }
            out.end();
            return end;
        }

        /** Index after the lines from here on that are indented or empty; empty ones at the end do not count. */
        private static int indentedEnd(List<String> body, int index) {
            var end = index;
            for (var next = index; next < body.size(); next++) {
                if (body.get(next).isBlank()) continue;
                if (Lines.indent(body.get(next)) == 0) break;
                end = next + 1;
            }
            return end;
        }
    }
}
