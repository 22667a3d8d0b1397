package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The metadata that a Markdown file may begin with, between two lines of {@code ---} (YAML) or {@code +++} (TOML).
 * Before:  "---\nstatus: accepted\ndeciders: [Ann, Bob]\n---\n# Title"
 * After:   status = accepted, deciders = Ann, deciders = Bob, and the body "# Title"
 *
 * @param body what follows
 */
public record FrontMatter(List<Field> fields, String body) {
    private static final Pattern BLOCK = Pattern.compile(
            "\\A\\s*+(?:<!--(?:[^-]|-(?!->))*+-->\\s*+)*+(---|\\+\\+\\+)[ \\t]*+\\n(.*?)^(?:\\1|\\.\\.\\.)[ \\t]*+$\\n?+",
            Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern PAIR = Pattern.compile("([\\p{L}][\\p{L}\\p{N} _.-]{0,60}?)\\s*+[:=]\\s*+(.*+)");

    private static final int LONGEST = 100_000;

    static FrontMatter of(String text) {
        if (!mayBegin(text)) return new FrontMatter(List.of(), text);
        var head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var matcher = BLOCK.matcher(head);
        if (!matcher.find()) return new FrontMatter(List.of(), text);
        var lines = matcher.group(2);
        var fields = matcher.group(1).equals("---") ? yaml(lines).orElseGet(() -> pairs(lines)) : pairs(lines);
        // A pair of rules around plain words is not front matter.
        return fields.isEmpty() && !lines.isBlank()
                ? new FrontMatter(List.of(), text)
                : new FrontMatter(fields, text.substring(matcher.end()));
    }

    /** Fields of a YAML file that stands by itself, such as a sidecar; read line by line when it is not valid YAML. */
    public static List<Field> fields(String yaml) {
        return yaml(yaml).orElseGet(() -> pairs(yaml));
    }

    private static boolean mayBegin(String text) {
        var start = text.stripLeading();
        return start.startsWith("---") || start.startsWith("+++") || start.startsWith("<!--");
    }

    private static Optional<List<Field>> yaml(String lines) {
        // Every scalar stays the string that was written: a version 1.10 is not 1.1, and "no" is not false.
        var settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setAllowDuplicateKeys(true)
                .build();
        try {
            var fields = new ArrayList<Field>();
            var root = new Load(settings).loadFromString(lines);
            if (!(root instanceof Map<?, ?> map)) return Optional.empty();
            collect("", map, fields);
            return Optional.of(fields);
        } catch (YamlEngineException broken) {
            return Optional.empty();
        }
    }

    private static void collect(String name, Object value, List<Field> fields) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, inner) -> {
                    if (key != null && inner != null)
                        collect(name.isEmpty() ? key.toString() : name + "." + key, inner, fields);
                });
            case Iterable<?> values ->
                values.forEach(inner -> {
                    if (inner != null) collect(name, inner, fields);
                });
            default -> add(name, value.toString(), fields);
        }
    }

    private static void add(String name, String value, List<Field> fields) {
        if (!value.isBlank())
            fields.add(new Field(Cleaning.clean(name.strip()), Cleaning.clean(value.strip()), Origin.HEADER));
    }

    private static List<Field> pairs(String lines) {
        var fields = new ArrayList<Field>();
        var name = "";
        for (var line : lines.lines().toList()) {
            var pair = PAIR.matcher(line);
            if (pair.matches()) {
                name = pair.group(1);
                values(name, pair.group(2), fields);
            } else if (line.strip().startsWith("- ") && !name.isEmpty()) {
                add(name, unquoted(line.strip().substring(2)), fields);
            }
        }
        return fields;
    }

    private static void values(String name, String value, List<Field> fields) {
        var stripped = value.strip();
        if (stripped.startsWith("[") && stripped.endsWith("]") && stripped.length() > 1)
            for (var inner : stripped.substring(1, stripped.length() - 1).split(",", -1))
                add(name, unquoted(inner), fields);
        else add(name, unquoted(stripped), fields);
    }

    private static String unquoted(String value) {
        var stripped = value.strip();
        var quoted = stripped.length() >= 2
                && (stripped.charAt(0) == '"' || stripped.charAt(0) == '\'')
                && stripped.charAt(stripped.length() - 1) == stripped.charAt(0);
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }
}
