package dev.touchstone.auditor.format;

import dev.touchstone.auditor.decision.Status;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a document is read once its format is known.
 *
 * @param fields names of fields by what they are for, folded by {@link Folded#name}
 * @param statuses words of a status, folded, and what each means
 * @param sections the first rule that fits a heading counts
 * @param labels that stand for a heading, where a section begins with one: {@code rationale}
 * @param prompts what the format's public template says to the writer, and writers leave in
 */
public record Reading(
        Map<FieldRole, List<String>> fields,
        Map<String, Status.Normal> statuses,
        List<SectionRule> sections,
        List<Wording> labels,
        Language language,
        Units units,
        List<Wording> prompts) {
    public Reading {
        fields = Map.copyOf(fields);
        statuses = Map.copyOf(statuses);
        sections = List.copyOf(sections);
        labels = List.copyOf(labels);
        prompts = List.copyOf(prompts);
    }

    /** The names of a field; none when the format does not have it. */
    public List<String> names(FieldRole role) {
        return fields.getOrDefault(role, List.of());
    }

    /** The rule for a heading folded by {@link Folded#heading}. */
    public Optional<SectionRule> rule(String foldedHeading) {
        return sections.stream().filter(rule -> rule.fits(foldedHeading)).findFirst();
    }

    /** These rules, and behind them those of {@code base}. */
    public Reading over(Reading base) {
        var allFields = new EnumMap<FieldRole, List<String>>(FieldRole.class);
        for (var role : FieldRole.values()) {
            var names = Both.of(names(role), base.names(role));
            if (!names.isEmpty()) allFields.put(role, names);
        }
        var allStatuses = new LinkedHashMap<>(base.statuses);
        allStatuses.putAll(statuses);
        return new Reading(
                allFields,
                allStatuses,
                Both.of(sections, base.sections),
                Both.of(labels, base.labels),
                language.over(base.language),
                units.over(base.units),
                Both.of(prompts, base.prompts));
    }
}
