package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads AsciiDoc for its blocks: header attributes become fields; comments, anchors, images and macros are left out. */
public final class AsciidocReader implements TextReader {
    private static final Pattern HEADING = Pattern.compile("(={1,6}|#{1,6})\\s++(\\S.*+)");
    private static final Pattern ATTRIBUTE = Pattern.compile(":(!?[\\w][\\w-]*+!?):(?:\\s++(.*+)|$)");
    private static final Pattern ITEM =
            Pattern.compile("^\\s*+(\\*{1,6}|-|\\.{1,6}|\\d{1,4}\\.|[a-z]\\.|<(?:\\d+|\\.)>)\\s++(\\S.*+)");
    private static final Pattern TASK = Pattern.compile("\\A\\[[ xX*]]\\s++");
    private static final Pattern TERM = Pattern.compile("^\\s*+([^:\\s](?:[^:]|:(?!:)){0,200}+):{2,4}(?:\\s++(.*+)|$)");
    private static final Pattern STYLE = Pattern.compile("^\\[(?!\\[)(.*)]");
    private static final Pattern ANCHOR = Pattern.compile("^\\[\\[.*]]");
    private static final Pattern BLOCK_MACRO = Pattern.compile(
            "^(?:image|include|toc|video|audio|ifdef|ifndef|ifeval|endif|plantuml|mermaid)::?[^\\s\\[]*+\\[.*]|toc::\\[]");
    private static final Pattern ADMONITION = Pattern.compile("(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\\s++(\\S.*+)");
    private static final Pattern TITLE = Pattern.compile("\\.([^\\s.].*+)");
    /** An attribute that the header shows again: {@code {authors}}. */
    private static final Pattern REFERENCE = Pattern.compile("\\{[\\w-]++}");

    private static final Pattern AUTHOR = Pattern.compile("^([\\p{L}][^<>;]{1,80}?)\\s*+(?:<[^>]++>)?(?:;.*+)?");
    private static final Pattern REVISION =
            Pattern.compile("^v?[\\d.]++,?\\s*+(\\d{4}-\\d{2}-\\d{2}).*+|(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern CELL_FORMAT =
            Pattern.compile("(?:^|\\s)(?:\\d+\\*|[\\d.]*+\\+)?+[<^>.]{0,4}+[aehlmsdv]?$");
    private static final Set<String> CODE_STYLES =
            Set.of("source", "listing", "literal", "plantuml", "mermaid", "ditaa", "graphviz", "stem", "latexmath");

    @Override
    public TextDocument read(String text) {
        return new Parse(Lines.of(Cleaning.clean(text))).run();
    }

    /** The state of one document's reading. */
    private static final class Parse {
        private final List<String> lines;
        private final ContentBuilder out = new ContentBuilder();
        private final List<Field> fields = new ArrayList<>();
        private int index;
        private int quotes;
        private String quoteEnd = "";
        private String style = "";
        private final List<String> markers = new ArrayList<>();

        private Parse(List<String> lines) {
            this.lines = lines;
        }

        private TextDocument run() {
            header();
            while (index < lines.size()) {
                var before = index;
                block(lines.get(index));
                if (index == before) index++;
            }
            return TextDocument.of(out, fields);
        }

        /** The title, who wrote it, when, and attributes, up to the first empty line after the title. */
        private void header() {
            while (index < lines.size()) {
                var line = lines.get(index);
                if (!line.isBlank() && !line.startsWith("//") && !attribute(line)) break;
                index++;
            }
            if (index >= lines.size() || !lines.get(index).startsWith("= ")) return;
            heading(1, lines.get(index++).substring(2));
            for (var below = 0; index < lines.size() && !lines.get(index).isBlank(); index++) {
                var line = lines.get(index);
                if (line.startsWith("//")
                        || attribute(line)
                        || REFERENCE.matcher(line).matches()) continue;
                if (++below > 2 || !person(line, below)) return;
            }
        }

        private boolean attribute(String line) {
            var attribute = ATTRIBUTE.matcher(line);
            if (!attribute.matches()) return false;
            add(attribute.group(1), attribute.group(2) == null ? "" : attribute.group(2));
            return true;
        }

        private boolean person(String line, int below) {
            var revision = REVISION.matcher(line);
            if (revision.matches()) {
                add("revdate", revision.group(1) == null ? revision.group(2) : revision.group(1));
                return true;
            }
            var author = AUTHOR.matcher(line);
            var names = below == 1 && author.matches() && line.split("\\s+", 8).length <= 6 && !line.endsWith(".");
            if (names) for (var name : line.split(";", -1)) add("author", name.replaceFirst("<[^>]*+>", ""));
            return names;
        }

        private void add(String name, String value) {
            if (!value.isBlank()) fields.add(new Field(name, Cleaning.clean(value.strip()), Origin.HEADER));
        }

        private void block(String line) {
            if (line.isBlank()) {
                index++;
                return;
            }
            if (!quoteEnd.isEmpty() && line.equals(quoteEnd)) {
                endQuote();
                return;
            }
            if (skipped(line) || delimited(line)) return;
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                heading(heading.group(1).length(), heading.group(2));
                index++;
            } else if (isSetext(line)) {
                heading("=-~^+".indexOf(lines.get(index + 1).charAt(0)) + 1, line);
                index += 2;
            } else if (!listItem(line)) {
                paragraph(line);
            }
        }

        private void endQuote() {
            quotes = 0;
            quoteEnd = "";
            index++;
        }

        private void heading(int level, String words) {
            markers.clear();
            style = "";
            write(Kind.HEADING, level, words);
        }

        private boolean isSetext(String line) {
            if (index + 1 >= lines.size() || line.length() < 3) return false;
            var under = lines.get(index + 1);
            return under.length() >= 3
                    && "=-~^+".indexOf(under.charAt(0)) >= 0
                    && Math.abs(under.length() - line.length()) <= 1
                    && under.chars().allMatch(character -> character == under.charAt(0))
                    && Character.isLetterOrDigit(line.charAt(0));
        }

        /** Comments, attributes, anchors, macros and rules. */
        private boolean skipped(String line) {
            if (line.startsWith("////")) {
                skipTo(line);
            } else if (STYLE.matcher(line).matches()) {
                style = line.substring(1, line.length() - 1);
                index++;
            } else if (line.startsWith("//")
                    || line.equals("+")
                    || line.equals("'''")
                    || line.equals("<<<")
                    || ATTRIBUTE.matcher(line).matches()
                    || ANCHOR.matcher(line).matches()
                    || BLOCK_MACRO.matcher(line).matches()) {
                index++;
            } else {
                return false;
            }
            return true;
        }

        private void skipTo(String end) {
            index++;
            while (index < lines.size() && !lines.get(index).equals(end)) index++;
            index++;
        }

        private boolean delimited(String line) {
            if (isFence(line, '-', 4) || isFence(line, '.', 4) || line.startsWith("```")) {
                code(line.startsWith("```") ? "```" : line);
            } else if (isFence(line, '+', 4)) {
                skipTo(line);
            } else if (isFence(line, '_', 4)) {
                quotes = 1;
                quoteEnd = line;
                index++;
            } else if (isFence(line, '=', 4) || isFence(line, '*', 4) || line.equals("--")) {
                if (line.equals("--") && isCodeStyle()) code(line);
                else index++;
            } else if (line.startsWith("|===") || line.startsWith("!===")) {
                table(line);
            } else {
                return false;
            }
            style = "";
            return true;
        }

        private boolean isCodeStyle() {
            return CODE_STYLES.contains(style.split("[,%#.]", 2)[0].strip());
        }

        private static boolean isFence(String line, char mark, int least) {
            return line.length() >= least && line.chars().allMatch(character -> character == mark);
        }

        private void code(String end) {
            var start = ++index;
            while (index < lines.size() && !lines.get(index).equals(end)) index++;
            out.code(String.join("\n", lines.subList(start, index)));
            index++;
        }

        private void table(String end) {
            var rowLength = columns();
            index++;
            var column = 0;
            var cell = new StringBuilder();
            for (; index < lines.size() && !lines.get(index).equals(end); index++) {
                var line = lines.get(index);
                var pieces = line.split("(?<!\\\\)\\|", -1);
                if (rowLength == 0 && pieces.length > 1) rowLength = pieces.length - 1;
                cell.append(' ').append(pieces[0]);
                for (var piece = 1; piece < pieces.length; piece++) {
                    column = endCell(column, rowLength, cell, line);
                    cell.append(pieces[piece]);
                }
            }
            endCell(column, rowLength, cell, "");
            index++;
        }

        /** Writes the cell that ends here; what stands right before the next bar may be that cell's format. */
        private int endCell(int column, int rowLength, StringBuilder cell, String line) {
            var words =
                    line.isEmpty() ? cell.toString() : CELL_FORMAT.matcher(cell).replaceFirst("");
            cell.setLength(0);
            if (column > 0) write(Kind.TABLE_CELL, column, words.strip());
            return rowLength > 0 && column >= rowLength ? 1 : column + 1;
        }

        private int columns() {
            var found = Pattern.compile("cols=\"?([^\"\\]]+)\"?").matcher(style);
            if (!found.find()) return 0;
            var count = 0;
            for (var piece : found.group(1).split(",", 100)) {
                var repeat = Pattern.compile("(\\d{1,2})\\*.*").matcher(piece.strip());
                count += repeat.matches() ? Integer.parseInt(repeat.group(1)) : 1;
            }
            return count;
        }

        private boolean listItem(String line) {
            var item = ITEM.matcher(line);
            if (item.matches()) {
                var words = TASK.matcher(item.group(2)).replaceFirst("");
                index++;
                write(Kind.LIST_ITEM, depth(item.group(1)), words + continued());
                return true;
            }
            var term = TERM.matcher(line);
            if (!term.matches()) return false;
            index++;
            write(Kind.LIST_ITEM, markers.size() + 1, term.group(1));
            var definition = (term.group(2) == null ? "" : term.group(2)) + continued();
            write(Kind.PARAGRAPH, 0, definition);
            return true;
        }

        private int depth(String marker) {
            var normal = Character.isLetterOrDigit(marker.charAt(0)) ? "1." : marker.charAt(0) == '<' ? "<>" : marker;
            var known = markers.indexOf(normal);
            if (known >= 0) markers.subList(known + 1, markers.size()).clear();
            else markers.add(normal);
            return markers.size();
        }

        /** The lines below that belong to the same block. */
        private String continued() {
            var words = new StringBuilder();
            while (index < lines.size() && isContinuation(lines.get(index)))
                words.append(' ').append(lines.get(index++).strip());
            return words.toString();
        }

        private boolean isContinuation(String line) {
            if (line.isBlank()
                    || line.equals("+")
                    || line.equals(quoteEnd)
                    || line.startsWith("//")
                    || line.startsWith("|===")) return false;
            if (ITEM.matcher(line).matches()
                    || TERM.matcher(line).matches()
                    || STYLE.matcher(line).matches()) return false;
            return !isFence(line, '-', 4)
                    && !isFence(line, '.', 4)
                    && !isFence(line, '=', 4)
                    && !isFence(line, '_', 4)
                    && !line.equals("--")
                    && !line.startsWith("```");
        }

        private void paragraph(String line) {
            var title = TITLE.matcher(line);
            if (title.matches()) {
                index++;
                write(Kind.PARAGRAPH, 0, title.group(1));
                return;
            }
            if ((Lines.indent(line) > 0 && markers.isEmpty()) || isCodeStyle()) {
                literal();
                return;
            }
            index++;
            markers.clear();
            var admonition = ADMONITION.matcher(line);
            var first = admonition.matches() ? admonition.group(1) : line;
            var kind = quotes > 0 || style.startsWith("quote") || style.startsWith("verse")
                    ? Kind.QUOTATION
                    : Kind.PARAGRAPH;
            write(kind, 0, first + continued());
            style = "";
        }

        private void literal() {
            var start = index;
            while (index < lines.size() && !lines.get(index).isBlank()) index++;
            out.code(String.join("\n", Lines.dedent(lines.subList(start, index))));
            style = "";
        }

        /** Writes a block; " +" before a line's end was a hard break. */
        private void write(Kind kind, int level, String words) {
            if (words.isBlank()) return;
            out.begin(kind, level);
            AsciidocInline.write(words.endsWith(" +") ? words.substring(0, words.length() - 2) : words, out);
            out.end();
        }
    }
}
