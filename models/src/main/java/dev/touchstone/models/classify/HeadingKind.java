package dev.touchstone.models.classify;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a heading's words say about the sentences below it. Works on any heading, in documents and in data sets alike, so that
 * a model meets in use what it met in training; the structure's section kinds depend on formats, which organisations can add.
 */
enum HeadingKind {
    AGAINST("\\b(drawback|downside|con|cons|disadvantage|risk|negative|caveat|limitation|bad|why not|trade-?off)"),
    FOR("\\b(pro|pros|advantage|benefit|positive|good|why)\\b"),
    REJECTED("\\b(reject|alternative|not chosen|discarded|other approach|ruled out|prior art)"),
    OPTIONS("\\b(option|considered|comparison|proposals considered|variants?)\\b"),
    DRIVERS("\\b(goal|driver|requirement|criteria|principle|objective|user stor|needs?|use cases?)"),
    CONTEXT(
            "\\b(context|motivation|background|problem|rationale|introduction|summary|abstract|overview|issue|status quo)"),
    CONSEQUENCES("\\b(consequence|impact|implication|compatib|effect|outcome|result)"),
    DECISION("\\b(decision|proposal|proposed|chosen|solution|resolution|recommendation|resolved|agreed|motion)"),
    DESIGN(
            "\\b(design|specification|implementation|detail|api|architecture|semantics|syntax|how|work items?|notes)\\b"),
    PRACTICE(
            "\\b(test|monitor|rollout|upgrade|graduation|troubleshoot|scalability|maintenance|operation|feature enablement)"),
    MINUTES("\\b(attend|agenda|minutes|discussion|action|meeting|updates?|voting|participants)"),
    OTHER("");

    private final String words;

    HeadingKind(String words) {
        this.words = words;
    }

    /** The first kind whose words occur in a heading. */
    static HeadingKind of(String heading) {
        var folded = heading.toLowerCase(Locale.ROOT);
        for (var kind : values()) if (Patterns.of(kind).matcher(folded).find()) return kind;
        return OTHER;
    }

    /** Compiled once; apart, because an enum's own constants cannot hold them. */
    private static final class Patterns {
        private static final Map<HeadingKind, Pattern> COMPILED = compile();

        private static Map<HeadingKind, Pattern> compile() {
            var patterns = new EnumMap<HeadingKind, Pattern>(HeadingKind.class);
            for (var kind : HeadingKind.values()) patterns.put(kind, Pattern.compile(kind.words));
            return patterns;
        }

        static Pattern of(HeadingKind kind) {
            return Objects.requireNonNull(COMPILED.get(kind));
        }
    }
}
