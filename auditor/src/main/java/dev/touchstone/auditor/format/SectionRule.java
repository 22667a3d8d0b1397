package dev.touchstone.auditor.format;

import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import java.util.List;

/**
 * What a heading means in a format.
 *
 * @param headings folded by {@link Folded#heading}
 * @param argument the side that all of the section is on, or {@code NONE}
 * @param reach where in a document the rule counts
 */
public record SectionRule(
        List<Wording> headings,
        Section.Kind kind,
        Subject subject,
        Standing.Argument argument,
        Part part,
        Reach reach) {
    public SectionRule {
        headings = List.copyOf(headings);
    }

    public boolean fits(String foldedHeading) {
        return Wording.any(headings, foldedHeading);
    }

    /** Where a heading means what the rule says. */
    public enum Reach {
        ANYWHERE,
        /** Right below the title only: deep inside a document "Status" or "Overview" is about something else. */
        TOP
    }

    /** What a section speaks of. */
    public enum Subject {
        /** What the record itself proposes or decides. */
        PROPOSAL,
        /** What it turns down. */
        ALTERNATIVE,
        /** The state of things that it answers. */
        TODAY,
        UNKNOWN
    }

    /** What a section is made of. */
    public sealed interface Part {
        /** Language, in any form. */
        record Text() implements Part {}

        /**
         * Options: each subsection is one; without subsections each item of its list.
         *
         * @param chosenInBold whether the option that is in bold, where others are not, is the chosen one
         */
        record Options(boolean chosenInBold) implements Part {}

        /** A matrix: each column of its tables, after the first, is an option. */
        record Columns() implements Part {}

        /** Options that were turned down: each subsection is one. */
        record Rejected() implements Part {}

        /** The place that says which option was chosen. */
        record Outcome() implements Part {}

        /** A field of the metadata: what its heading says after a colon or dash, or its first paragraph; for people all of it. */
        record Value(FieldRole role) implements Part {}

        /** What became of the document, the oldest first: its last line has the state and the date. */
        record History() implements Part {}

        /** Not language: references, copyright, lists of people, check lists, tables of contents. */
        record Apparatus() implements Part {}
    }
}
