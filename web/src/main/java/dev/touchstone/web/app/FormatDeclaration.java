package dev.touchstone.web.app;

import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.format.FieldRole;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Format;
import dev.touchstone.auditor.format.Language;
import dev.touchstone.auditor.format.Reading;
import dev.touchstone.auditor.format.SectionRule;
import dev.touchstone.auditor.format.SectionRule.Part;
import dev.touchstone.auditor.format.SectionRule.Reach;
import dev.touchstone.auditor.format.SectionRule.Subject;
import dev.touchstone.auditor.format.Units;
import dev.touchstone.auditor.format.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One YAML file that declares a format.
 *
 * @param format by itself, without what it is based on
 * @param basedOn the place that names the format whose rules stand behind its own
 */
record FormatDeclaration(YamlNode root, Format format, Optional<YamlNode> basedOn) {
    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "precedence",
            "based-on",
            "recognise",
            "fields",
            "statuses",
            "sections",
            "labels",
            "arguments",
            "choices",
            "refusals",
            "statements",
            "decisions",
            "topics",
            "prompts");
    private static final int USUAL_PRECEDENCE = 100;

    String id() {
        return format.id();
    }

    /** The format with the rules of another behind its own. */
    Format over(Reading base) {
        return new Format(
                format.id(), format.name(), format.ways(), format.reading().over(base));
    }

    /** Reads a declaration from a file's bytes; {@code file} names them in messages. */
    static FormatDeclaration parse(String file, byte[] bytes) {
        var root = YamlNode.parse(file, bytes).named("the format");
        var entries = root.entries(KEYS);
        var id = required(root, entries, "id").text();
        var name = Optional.ofNullable(entries.get("name")).map(YamlNode::text).orElse(id);
        var precedence = Optional.ofNullable(entries.get("precedence"))
                .map(FormatDeclaration::precedence)
                .orElse(USUAL_PRECEDENCE);
        var ways = list(entries, "recognise")
                .map(way -> Clues.way(way, precedence))
                .toList();
        return new FormatDeclaration(
                root, new Format(id, name, ways, reading(entries)), Optional.ofNullable(entries.get("based-on")));
    }

    static int precedence(YamlNode node) {
        return node.text().equals("0") ? 0 : node.number();
    }

    private static Reading reading(Map<String, YamlNode> entries) {
        return new Reading(
                fields(entries),
                statuses(entries),
                list(entries, "sections").map(FormatDeclaration::section).toList(),
                wordings(entries, "labels"),
                language(entries),
                units(entries),
                wordings(entries, "prompts"));
    }

    private static Map<FieldRole, List<String>> fields(Map<String, YamlNode> entries) {
        var fields = new EnumMap<FieldRole, List<String>>(FieldRole.class);
        for (var entry : map(entries, "fields", names(FieldRole.values())).entrySet())
            fields.put(
                    FieldRole.valueOf(constant(entry.getKey())),
                    entry.getValue().texts().stream().map(Folded::name).toList());
        return fields;
    }

    private static Map<String, Status.Normal> statuses(Map<String, YamlNode> entries) {
        var statuses = new LinkedHashMap<String, Status.Normal>();
        for (var entry : map(entries, "statuses", names(Status.Normal.values())).entrySet())
            for (var word : entry.getValue().texts())
                statuses.put(Folded.heading(word), Status.Normal.valueOf(constant(entry.getKey())));
        return statuses;
    }

    private static SectionRule section(YamlNode node) {
        var here = node.named("a section");
        var entries = here.entries(Set.of("headings", "kind", "about", "argument", "holds", "chosen", "reach"));
        var part = Optional.ofNullable(entries.get("holds"))
                .map(FormatDeclaration::part)
                .orElse(new Part.Text());
        if (entries.containsKey("chosen")) part = inBold(part, entries.get("chosen"));
        return new SectionRule(
                wordings(here, entries, "headings"),
                word(required(here, entries, "kind"), Section.Kind.class),
                subject(entries),
                argument(entries),
                part,
                reach(entries, part));
    }

    /** The value of a field always stands below the title. */
    private static Reach reach(Map<String, YamlNode> entries, Part part) {
        return Optional.ofNullable(entries.get("reach"))
                .map(reach -> word(reach, Reach.class))
                .orElse(part instanceof Part.Value ? Reach.TOP : Reach.ANYWHERE);
    }

    private static Subject subject(Map<String, YamlNode> entries) {
        return Optional.ofNullable(entries.get("about"))
                .map(about -> word(about, Subject.class))
                .orElse(Subject.UNKNOWN);
    }

    private static Standing.Argument argument(Map<String, YamlNode> entries) {
        return Optional.ofNullable(entries.get("argument"))
                .map(argument -> word(argument, Standing.Argument.class))
                .orElse(Standing.Argument.NONE);
    }

    private static Part inBold(Part part, YamlNode chosen) {
        if (!chosen.text().equals("bold"))
            throw chosen.wrong(
                    "'chosen' says how the chosen option is marked: bold, not '%s'".formatted(chosen.text()));
        if (!(part instanceof Part.Options))
            throw chosen.wrong("'chosen' marks one of several options; write 'holds: options' beside it");
        return new Part.Options(true);
    }

    private static Part part(YamlNode node) {
        return switch (node.text()) {
            case "text" -> new Part.Text();
            case "options" -> new Part.Options(false);
            case "columns" -> new Part.Columns();
            case "rejected" -> new Part.Rejected();
            case "outcome" -> new Part.Outcome();
            case "apparatus" -> new Part.Apparatus();
            case "history" -> new Part.History();
            case "status" -> new Part.Value(FieldRole.STATUS);
            case "date" -> new Part.Value(FieldRole.DATE);
            case "team" -> new Part.Value(FieldRole.TEAM);
            case "authors" -> new Part.Value(FieldRole.AUTHORS);
            default ->
                throw node.wrong(
                        "a section holds text, options, columns, rejected, outcome, apparatus, history, status, date, team or authors, not '%s'"
                                .formatted(node.text()));
        };
    }

    private static Language language(Map<String, YamlNode> entries) {
        var sides = list(entries, "arguments").map(FormatDeclaration::side).toList();
        var choices = texts(entries, "choices");
        var refusals = texts(entries, "refusals");
        var statements = map(entries, "statements", Set.of("shapes", "clauses"));
        var clauses = list(statements, "clauses").map(FormatDeclaration::clause).toList();
        return new Language(sides, choices, refusals, wordings(statements, "shapes"), clauses);
    }

    private static List<String> texts(Map<String, YamlNode> entries, String key) {
        return Optional.ofNullable(entries.get(key)).map(YamlNode::texts).orElse(List.of());
    }

    private static Language.Side side(YamlNode node) {
        var here = node.named("a side");
        var entries = here.entries(Set.of("side", "labels", "openings"));
        return new Language.Side(
                word(required(here, entries, "side"), Standing.Argument.class),
                wordings(entries, "labels"),
                wordings(entries, "openings"));
    }

    private static Language.Clause clause(YamlNode node) {
        var here = node.named("a clause");
        var entries = here.entries(Set.of("openings", "about", "argument"));
        return new Language.Clause(required(here, entries, "openings").texts(), subject(entries), argument(entries));
    }

    /** Decisions are told by sentences, by headings of their own, or by the heading that they are collected below. */
    private static Units units(Map<String, YamlNode> entries) {
        var rules = new ArrayList<Units.Rule>();
        var headings = new ArrayList<Wording>();
        var collections = new ArrayList<Wording>();
        for (var node : list(entries, "decisions").toList()) {
            var here = node.named("a decision");
            var unit = here.entries(Set.of("sentences", "fate", "headings", "below"));
            headings.addAll(wordings(unit, "headings"));
            collections.addAll(wordings(unit, "below"));
            if (unit.containsKey("sentences") || unit.containsKey("fate") || unit.isEmpty())
                rules.add(new Units.Rule(
                        wordings(here, unit, "sentences"), word(required(here, unit, "fate"), Option.Fate.class)));
        }
        return new Units(rules, wordings(entries, "topics"), headings, collections);
    }

    private static List<Wording> wordings(YamlNode owner, Map<String, YamlNode> entries, String key) {
        return wordings(required(owner, entries, key));
    }

    private static List<Wording> wordings(Map<String, YamlNode> entries, String key) {
        return Optional.ofNullable(entries.get(key))
                .map(FormatDeclaration::wordings)
                .orElse(List.of());
    }

    static List<Wording> wordings(YamlNode list) {
        var wordings = new ArrayList<Wording>();
        for (var text : list.texts()) wordings.add(new Wording(text));
        return wordings;
    }

    private static Stream<YamlNode> list(Map<String, YamlNode> entries, String key) {
        return Optional.ofNullable(entries.get(key)).stream().flatMap(list -> list.items().stream());
    }

    private static Map<String, YamlNode> map(Map<String, YamlNode> entries, String key, Set<String> known) {
        return Optional.ofNullable(entries.get(key))
                .map(map -> map.entries(known))
                .orElse(Map.of());
    }

    private static YamlNode required(YamlNode owner, Map<String, YamlNode> entries, String key) {
        var found = entries.get(key);
        if (found == null) throw owner.wrong("%s has no '%s'; write it".formatted(owner.place(), key));
        return found;
    }

    /** A word of a closed list, written in lower case with hyphens. */
    private static <E extends Enum<E>> E word(YamlNode node, Class<E> type) {
        var text = node.text();
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> written(known).equals(text))
                .findFirst()
                .orElseThrow(() -> node.wrong("%s is one of %s, not '%s'"
                        .formatted(node.place(), String.join(", ", names(type.getEnumConstants())), text)));
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(FormatDeclaration::written).collect(Collectors.toSet());
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String written) {
        return written.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
