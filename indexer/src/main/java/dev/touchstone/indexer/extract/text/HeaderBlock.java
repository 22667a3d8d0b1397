package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Lines "Name: value" at the top of a text, as of a mail or a PEP; a line that is indented goes on with the last value.
 *
 * @param next index of the first line after the block; 0 when there is none
 */
record HeaderBlock(List<Field> fields, int next) {
    private static final Pattern LINE = Pattern.compile(
            "^(\\p{Lu}[\\p{L}\\p{N}]*+(?:[ -]\\p{L}[\\p{L}\\p{N}]*+){0,3}+)[ \\t]*+:(?:[ \\t]++(.*+))?+");

    static final HeaderBlock NONE = new HeaderBlock(List.of(), 0);

    /**
     * The block at the top of these lines, when there is one.
     *
     * @param fewest lines that make a block
     * @param plain takes the format's markup out of a value
     */
    static HeaderBlock of(List<String> lines, int fewest, UnaryOperator<String> plain) {
        var index = 0;
        while (index < lines.size() && lines.get(index).isBlank()) index++;
        var fields = new ArrayList<Field>();
        var name = "";
        var value = new StringBuilder();
        for (; index < lines.size() && !lines.get(index).isBlank(); index++) {
            var line = lines.get(index);
            var matcher = LINE.matcher(line);
            if (matcher.matches()) {
                add(name, value, fields, plain);
                name = matcher.group(1);
                value.append(matcher.group(2) == null ? "" : matcher.group(2));
            } else if (Lines.indent(line) > 0 && !name.isEmpty()) {
                value.append(' ').append(line.strip());
            } else {
                return NONE;
            }
        }
        add(name, value, fields, plain);
        return fields.size() < fewest ? NONE : new HeaderBlock(fields, index);
    }

    private static void add(String name, StringBuilder value, List<Field> fields, UnaryOperator<String> plain) {
        if (!value.toString().isBlank())
            fields.add(
                    new Field(name, Cleaning.clean(plain.apply(value.toString().strip())), Origin.HEADER));
        value.setLength(0);
    }
}
