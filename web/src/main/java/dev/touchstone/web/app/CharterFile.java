package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Concern;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.charter.Value.Conduct;
import dev.touchstone.auditor.charter.Value.Details;
import dev.touchstone.auditor.charter.Value.Level;
import dev.touchstone.auditor.document.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A charter as it was read from its YAML file, with what is weak about it. What is wrong in it is an error that names file,
 * line and remedy; a missing alternative or a seventh value is a warning, because the audit can still be made.
 *
 * @param warnings each one line with its place
 */
public record CharterFile(Charter charter, List<String> warnings) {
    private static final Set<String> CHARTER_KEYS = Set.of("organisation", "version", "source", "values");
    private static final Set<String> VALUE_KEYS = Set.of(
            "id",
            "name",
            "statement",
            "alternative",
            "behaviours",
            "counter_behaviours",
            "terms",
            "priority",
            "levels",
            "examples",
            "concerns");
    private static final int FEWEST = 3;
    private static final int MOST = 6;
    private static final long LARGEST = 1_000_000;
    /** Ids stand in file names, addresses and queries. */
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    public CharterFile {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a charter file.
     *
     * @throws BadInput when there is no such file or it is not a charter
     */
    public static CharterFile read(Path file) {
        if (Files.isDirectory(file))
            throw new BadInput(file + ": this is a folder; give the charter's YAML file, such as charter.yaml in it");
        if (!Files.exists(file)) throw new BadInput(file + ": no such file; give the charter's YAML file");
        try {
            if (Files.size(file) > LARGEST)
                throw new BadInput(file + ": larger than 1 MB, which no charter is; give the charter's YAML file");
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new BadInput(file + ": cannot be read; check that you may read it");
        }
    }

    /** Reads a charter from a file's bytes; {@code file} names them in messages. */
    public static CharterFile parse(String file, byte[] bytes) {
        var reader = new Reader();
        var charter = reader.charter(YamlNode.parse(file, bytes), Sha256.of(bytes));
        return new CharterFile(charter, reader.warnings);
    }

    /** One pass over one file; gathers the warnings. */
    private static final class Reader {
        private final List<String> warnings = new ArrayList<>();
        private final Map<String, String> valueOfTerm = new HashMap<>();

        Charter charter(YamlNode root, String sha256) {
            var here = root.named("the charter");
            var entries = here.entries(CHARTER_KEYS);
            var organisation = required(here, entries, "organisation").text();
            var version =
                    entries.containsKey("version") ? entries.get("version").number() : firstVersion(root);
            var source = Optional.ofNullable(entries.get("source")).map(YamlNode::text);
            var values = values(required(here, entries, "values"));
            return new Charter(organisation, version, source.orElse(""), values, sha256);
        }

        private int firstVersion(YamlNode root) {
            warnings.add(root.remark("the charter has no version; it is taken as 1"));
            return 1;
        }

        private List<Value> values(YamlNode list) {
            var items = list.items();
            if (items.isEmpty()) throw list.wrong("the charter has no values; write at least one, better three to six");
            if (items.size() < FEWEST || items.size() > MOST)
                warnings.add(
                        list.remark("%d value%s; three to six are few enough to guide a choice and enough to differ"
                                .formatted(items.size(), items.size() == 1 ? "" : "s")));
            var lines = new HashMap<Value.Id, Integer>();
            var values = new ArrayList<Value>();
            for (var item : items) {
                var value = value(item);
                var earlier = lines.putIfAbsent(value.id(), item.line());
                if (earlier != null)
                    throw item.wrong("the id '%s' is already that of the value in line %d; give one of them another id"
                            .formatted(value.id(), earlier));
                values.add(value);
            }
            return values;
        }

        private Value value(YamlNode item) {
            var unnamed = item.named("a value");
            var id = id(required(unnamed, unnamed.entries(VALUE_KEYS), "id"));
            var here = item.named("the value '" + id + "'");
            var texts = here.entries(VALUE_KEYS);
            var value = new Value(
                    id,
                    required(here, texts, "name").text(),
                    required(here, texts, "statement").text(),
                    Optional.ofNullable(texts.get("alternative")).map(YamlNode::text),
                    new Conduct(list(texts, "behaviours"), list(texts, "counter_behaviours")),
                    list(texts, "terms"),
                    details(texts));
            warn(here, value);
            return value;
        }

        private static Value.Id id(YamlNode node) {
            var text = node.text();
            if (!ID.matcher(text).matches())
                throw node.wrong(
                        "the id '%s' must be one short word of letters, digits, '-', '_' and '.'".formatted(text));
            return new Value.Id(text);
        }

        private static Details details(Map<String, YamlNode> texts) {
            var priority = Optional.ofNullable(texts.get("priority")).map(YamlNode::number);
            var levels = new ArrayList<Level>();
            if (texts.containsKey("levels"))
                texts.get("levels")
                        .entries()
                        .forEach((name, behaviours) -> levels.add(new Level(name, behaviours.texts())));
            return new Details(priority.orElse(0), levels, list(texts, "examples"), list(texts, "concerns"));
        }

        private void warn(YamlNode here, Value value) {
            if (value.alternative().isEmpty())
                warnings.add(here.remark(here.place()
                        + " has no alternative; a value that nobody could choose against does not guide a choice"));
            if (value.conduct().behaviours().isEmpty())
                warnings.add(here.remark(here.place() + " has no behaviours; say what people do who live it"));
            if (value.terms().isEmpty())
                warnings.add(
                        here.remark(here.place() + " has no terms; its name and statement alone must recognise it"));
            for (var concern : value.details().concerns())
                if (Concern.named(concern).isEmpty())
                    warnings.add(here.remark(
                            "%s lists the concern '%s', which the inventory does not have; see: touchstone charter concerns"
                                    .formatted(here.place(), concern)));
            for (var term : value.terms()) {
                var other = valueOfTerm.putIfAbsent(
                        term.toLowerCase(Locale.ROOT), value.id().text());
                if (other != null && !other.equals(value.id().text()))
                    warnings.add(here.remark("%s shares the term '%s' with the value '%s'; both will be seen in it"
                            .formatted(here.place(), term, other)));
            }
        }

        private static YamlNode required(YamlNode owner, Map<String, YamlNode> entries, String key) {
            var found = entries.get(key);
            if (found == null) throw owner.wrong("%s has no '%s'; write it".formatted(owner.place(), key));
            return found;
        }

        private static List<String> list(Map<String, YamlNode> entries, String key) {
            return Optional.ofNullable(entries.get(key)).map(YamlNode::texts).orElse(List.of());
        }
    }
}
