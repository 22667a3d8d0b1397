package dev.touchstone.auditor.charter;

import java.util.List;
import java.util.Optional;

/**
 * One value of a charter, in the organisation's own words.
 *
 * @param statement what the value asks for, a sentence or two
 * @param alternative what a reasonable organisation could choose instead; without one the value differentiates nothing
 * @param conduct what people do who live the value, and what they do who do not
 * @param terms words and phrases that name the value, as written
 * @param details what the framework adds: priority, levels, examples, concerns
 */
public record Value(
        Id id,
        String name,
        String statement,
        Optional<String> alternative,
        Conduct conduct,
        List<String> terms,
        Details details) {
    public Value {
        terms = List.copyOf(terms);
    }

    /** A value's short name in files and addresses, such as {@code candour}. */
    public record Id(String text) implements Comparable<Id> {
        public Id {
            if (text.isBlank()) throw new IllegalArgumentException("a value's id is blank");
        }

        @Override
        public int compareTo(Id other) {
            return text.compareTo(other.text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Observable behaviours that embody the value, and those that breach it. */
    public record Conduct(List<String> behaviours, List<String> counterBehaviours) {
        public Conduct {
            behaviours = List.copyOf(behaviours);
            counterBehaviours = List.copyOf(counterBehaviours);
        }
    }

    /**
     * What a charter may say beyond the definition.
     *
     * @param priority 1 is the highest; 0 when the charter gives none
     * @param levels behaviours by organisational level
     * @param examples texts that show the value at work
     * @param concerns ids of the recurring concerns that the value bundles
     */
    public record Details(int priority, List<Level> levels, List<String> examples, List<String> concerns) {
        public static final Details NONE = new Details(0, List.of(), List.of(), List.of());

        public Details {
            levels = List.copyOf(levels);
            examples = List.copyOf(examples);
            concerns = List.copyOf(concerns);
        }
    }

    /** What the value asks of one organisational level. */
    public record Level(String name, List<String> behaviours) {
        public Level {
            behaviours = List.copyOf(behaviours);
        }
    }
}
