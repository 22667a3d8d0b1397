package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.format.Clue;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Formats;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that is stated about a document as fields, and the blocks of its text that only do so.
 *
 * @param masked blocks that are metadata, not language
 */
record Header(List<Entry> entries, BitSet masked) {
    private static final Pattern LINE = Pattern.compile("^([\\p{L}][\\p{L}\\p{N} /&()'._-]{0,40}?) ?:(?: (.*))?$");
    private static final Pattern BARE_DATE = Pattern.compile("^([Dd]ate) ([0-9].*)$");
    private static final Pattern BEGIN = Pattern.compile("^\\p{Lu}[\\p{L} -]{1,30}:");
    private static final Pattern NEXT = Pattern.compile("\\s(\\p{Lu}[\\p{L}-]{1,20}(?: [\\p{L}-]{1,20}){0,2}):(?=\\s)");
    private static final int MOST_WORDS = 4;
    /** A header is at the head: whoever writes "Date: …" later means something else. */
    private static final int MOST_BLOCKS = 80;

    /**
     * One field.
     *
     * @param name folded, as formats call it
     * @param place where it stands, as recognition tells it apart
     * @param span in the text, empty when it stands elsewhere
     */
    record Entry(Field field, String name, Clue.Place place, Span span) {
        static Entry of(Field field, Clue.Place place, Span span) {
            return new Entry(field, Folded.name(field.name()), place, span);
        }
    }

    static Header of(Layout layout, List<Field> inside, List<Field> outside, Formats formats) {
        var given = Stream.concat(inside.stream(), outside.stream())
                .map(field -> Entry.of(field, place(field), new Span(0, 0)))
                .toList();
        var stated = given.stream().anyMatch(entry -> entry.place() == Clue.Place.FRONT_MATTER);
        var search = new Search(layout, formats, stated);
        search.run();
        return new Header(Stream.concat(given.stream(), search.entries.stream()).toList(), search.masked);
    }

    private static Clue.Place place(Field field) {
        return switch (field.origin()) {
            case HEADER -> Clue.Place.FRONT_MATTER;
            case SIDECAR -> Clue.Place.SIDECAR;
            case MANIFEST, TEXT, PROPERTIES, FILE_NAME, FOLDER, FILE_DATE -> Clue.Place.ANYWHERE;
        };
    }

    /** Walks down from the top until the header is over. */
    private static final class Search {
        private final Layout layout;
        private final Formats formats;
        private final List<Entry> entries = new ArrayList<>();
        private final BitSet masked = new BitSet();

        /** Whether fields were found already: prose after them is the document's first. */
        private final boolean stated;

        Search(Layout layout, Formats formats, boolean stated) {
            this.layout = layout;
            this.formats = formats;
            this.stated = stated;
        }

        void run() {
            var index = 0;
            while (index < Math.min(layout.size(), MOST_BLOCKS)) {
                var kind = layout.block(index).kind();
                if (kind == Block.Kind.HEADING && over(index)) return;
                index = switch (kind) {
                    case LIST_ITEM -> run(index, Block.Kind.LIST_ITEM);
                    case TABLE_CELL -> table(index);
                    case PARAGRAPH, QUOTATION -> paragraph(index);
                    case HEADING, CODE -> index + 1;
                };
            }
        }

        private boolean over(int index) {
            if (!entries.isEmpty()) return true;
            return formats.fallback()
                    .reading()
                    .rule(Folded.heading(layout.text(index)))
                    .filter(rule -> rule.kind() != Section.Kind.OTHER)
                    .isPresent();
        }

        /** A list is a header when it names a known field; items below an item belong to its value. */
        private int run(int first, Block.Kind kind) {
            var end = first;
            while (end < layout.size() && layout.block(end).kind() == kind) end++;
            var found = new ArrayList<Entry>();
            for (var index = first; index < end; index++) {
                var nested = layout.block(index).level() > layout.block(first).level();
                if (nested && !found.isEmpty()) {
                    found.add(entry(
                            found.getLast().field().name(),
                            layout.text(index).strip(),
                            layout.block(index).span()));
                } else {
                    lines(index, found);
                }
            }
            if (known(found)) {
                entries.addAll(found);
                masked.set(first, end);
            }
            return end;
        }

        /** Prose after fields is the document's first, and ends the search. */
        private int paragraph(int index) {
            var found = new ArrayList<Entry>();
            if (lines(index, found) && known(found)) {
                entries.addAll(found);
                masked.set(index);
                return index + 1;
            }
            return stated || !entries.isEmpty() ? layout.size() : index + 1;
        }

        /** A table is a header when its first column names known fields. */
        private int table(int first) {
            var found = new ArrayList<Entry>();
            var end = first;
            for (; end < layout.size() && layout.block(end).kind() == Block.Kind.TABLE_CELL; end++) {
                if (layout.block(end).level() != 2 || end == first) continue;
                var name = layout.text(end - 1).strip();
                if (layout.block(end - 1).level() == 1 && !name.isEmpty())
                    found.add(entry(
                            name.replaceAll("(?<!\\s)\\s*+:$", ""),
                            layout.text(end).strip(),
                            layout.block(end).span()));
            }
            if (found.stream().filter(entry -> formats.knowsField(entry.name())).count() >= 2) {
                entries.addAll(found);
                masked.set(first, end);
            }
            return end;
        }

        private boolean known(List<Entry> found) {
            return found.stream().anyMatch(entry -> formats.knowsField(entry.name()));
        }

        /** Reads a block's lines as fields; false when one of them is none. */
        private boolean lines(int index, List<Entry> found) {
            var span = layout.block(index).span();
            var start = span.start();
            for (var line : split(layout.text(index))) {
                var end = start + line.length();
                var clean = line.strip().replaceAll("[\\s*`\\\\]+", " ").strip();
                var match = LINE.matcher(clean);
                if (!match.matches()) match = BARE_DATE.matcher(clean);
                if (match.matches() && match.group(1).split(" ").length <= MOST_WORDS) {
                    var value = match.group(2) == null ? "" : match.group(2).strip();
                    found.add(entry(match.group(1), value, new Span(start, end)));
                } else if (!clean.isEmpty()) {
                    if (found.isEmpty() || !Character.isWhitespace(line.charAt(0))) return false;
                    var last = found.removeLast();
                    found.add(entry(last.field().name(), last.field().value() + " " + clean, last.span()));
                }
                start = end + 1;
            }
            return true;
        }

        /**
         * A block's lines; where a writer broke a line that the markup joins, the next known field begins one.
         * <pre>
         * Before:  "Date: 2024-05-01 Status: accepted"
         * After:   "Date: 2024-05-01", "Status: accepted"
         * </pre>
         */
        private List<String> split(String text) {
            var lines = new ArrayList<String>();
            for (var line : text.split("\n", -1)) {
                var from = 0;
                var match = NEXT.matcher(line);
                if (BEGIN.matcher(line).find()) {
                    while (match.find()) {
                        // "Last Modified: …" begins with the name of another field.
                        if (match.start() < line.indexOf(':', from) || !formats.knowsField(match.group(1))) continue;
                        lines.add(line.substring(from, match.start()));
                        from = match.start() + 1;
                    }
                }
                lines.add(line.substring(from));
            }
            return lines;
        }

        private static Entry entry(String name, String value, Span span) {
            var clean = value.replaceAll("(?<!\\s)\\s*+[·•|]$", "");
            return Entry.of(new Field(name, clean, Field.Origin.HEADER), Clue.Place.HEADER_LIST, span);
        }
    }
}
