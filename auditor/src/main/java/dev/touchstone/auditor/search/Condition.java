package dev.touchstone.auditor.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that must hold of a passage for it to answer a query. It holds by the letter: likeness in meaning is no substitute. */
public sealed interface Condition {
    /** The term stands in a certain place. */
    record Finds(Place place, Term term) implements Condition {}

    /** The passage has this word of a facet that is not of references: {@code status:accepted}. */
    record Has(Facet facet, String word) implements Condition {}

    /** The passage has a reference, one and the same, with all these words: {@code value:candour AND role:reason}. */
    record Refers(Map<Facet, String> words) implements Condition {
        public Refers {
            words = Map.copyOf(words);
        }
    }

    /** The document's date lies in these days, both inclusive. A document without a date never satisfies it. */
    record Dated(Optional<LocalDate> from, Optional<LocalDate> to) implements Condition {}

    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    /** Where a term is looked for. */
    enum Place {
        /** The passage itself, and the heading or title that it is the first to stand under. */
        TEXT,
        TITLE,
        TEAM,
        /** Heading or kind of the section. */
        SECTION,
        /** Title of the decision, or of one of its options. */
        DECISION,
        PATH
    }

    /** What is looked for. */
    sealed interface Term {
        /** A word in any of its forms. */
        record Word(String text) implements Term {}

        /** Words in this order, in any of their forms. */
        record Phrase(String text) implements Term {}

        /** All words that begin so. */
        record Prefix(String start) implements Term {}

        /** The word and those that are one or two letters away. */
        record Fuzzy(String text, int edits) implements Term {}
    }
}
