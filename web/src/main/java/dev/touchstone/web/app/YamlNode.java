package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A piece of a YAML file that knows its line, so that whoever wrote the file is told where it is wrong and what to do.
 * Scalars are taken as they are written: {@code no} and {@code 2024-05-01} are texts.
 *
 * @param place what the piece is, for messages: {@code the value 'candour'}
 */
public record YamlNode(String file, String place, Node node) {

    /**
     * Reads a file with one YAML document.
     *
     * @throws BadInput when the bytes are not UTF-8, not YAML or empty
     */
    public static YamlNode parse(String file, byte[] bytes) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(50)
                .build();
        try {
            var root = new Compose(settings).composeString(decode(file, bytes));
            return new YamlNode(
                    file,
                    "the file",
                    root.orElseThrow(() -> new BadInput(file + ": the file is empty; write its keys in YAML")));
        } catch (MarkedYamlEngineException notYaml) {
            throw new BadInput("%s: this is not YAML: %s; mind the indentation, and put texts with a colon in quotes"
                    .formatted(at(file, notYaml.getProblemMark()), oneLine(notYaml.getProblem())));
        } catch (YamlEngineException notYaml) {
            throw new BadInput("%s: this is not YAML: %s".formatted(file, oneLine(notYaml.toString())));
        }
    }

    private static String decode(String file, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notText) {
            throw new BadInput(file + ": this is not a text in UTF-8; save it as UTF-8");
        }
    }

    /** The entries of a mapping in order, where only these keys may occur. */
    Map<String, YamlNode> entries(Set<String> known) {
        var entries = entries();
        for (var entry : entries.entrySet())
            if (!known.contains(entry.getKey()))
                throw entry.getValue()
                        .wrong("unknown key '%s' in %s; known here: %s"
                                .formatted(entry.getKey(), place, String.join(", ", new TreeSet<>(known))));
        return entries;
    }

    /** The entries of a mapping in order, each key at most once. */
    public Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) throw wrong(place + " must have keys, written 'key: …'");
        var entries = new LinkedHashMap<String, YamlNode>();
        for (var tuple : mapping.getValue()) {
            var key = new YamlNode(file, "a key of " + place, tuple.getKeyNode());
            var name = key.text();
            var value = new YamlNode(file, "'" + name + "' of " + place, tuple.getValueNode());
            if (entries.putIfAbsent(name, value) != null)
                throw key.wrong("the key '%s' stands twice in %s; keep one".formatted(name, place));
        }
        return entries;
    }

    /** The items of a list; none when nothing is written. */
    List<YamlNode> items() {
        if (isNothing()) return List.of();
        if (!(node instanceof SequenceNode sequence))
            throw wrong(place + " must be a list: one '- …' a line, or [a, b]");
        var items = new ArrayList<YamlNode>();
        for (var item : sequence.getValue())
            items.add(new YamlNode(file, "item %d of %s".formatted(items.size() + 1, place), item));
        return items;
    }

    /** The items of a list as texts, none of them blank. */
    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    /** A text that is not blank, without the white space around it. */
    public String text() {
        if (!(node instanceof ScalarNode scalar)) throw wrong(place + " must be a text" + colonRemedy());
        var text = scalar.getValue().strip();
        if (text.isEmpty() || isNothing()) throw wrong(place + " is blank; write it or remove the key");
        return text;
    }

    /** "- Be fast: never wait" is a mapping in YAML, which surprises whoever wrote a sentence. */
    private String colonRemedy() {
        return node instanceof MappingNode ? "; when it contains a colon, put it in quotes" : "";
    }

    /** A whole number from 1 on. */
    public int number() {
        var text = text();
        try {
            var number = Integer.parseInt(text);
            if (number >= 1) return number;
        } catch (NumberFormatException notANumber) {
            // answered below, as a number out of range is
        }
        throw wrong("%s must be a whole number from 1 on, not '%s'".formatted(place, text));
    }

    /** Whether it is a text or a number and not a list or a mapping. */
    boolean isText() {
        return node instanceof ScalarNode;
    }

    private boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    /** The same piece under a better name. */
    YamlNode named(String name) {
        return new YamlNode(file, name, node);
    }

    /** The code point of the file at which it begins. */
    int start() {
        return node.getStartMark().map(Mark::getIndex).orElse(0);
    }

    /** The code point after its last; exact for a text. */
    int end() {
        return node.getEndMark().map(Mark::getIndex).orElse(0);
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** The fault at this piece's place, ready to be thrown. */
    public BadInput wrong(String fault) {
        return new BadInput(at(file, node.getStartMark()) + ": " + fault);
    }

    /** A remark at this piece's place. */
    String remark(String text) {
        return at(file, node.getStartMark()) + ": " + text;
    }

    private static String at(String file, Optional<Mark> mark) {
        return mark.map(known -> file + ":" + (known.getLine() + 1)).orElse(file);
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).findFirst().orElse("");
    }
}
