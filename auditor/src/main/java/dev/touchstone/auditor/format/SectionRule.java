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

        /** Options: each subsection is one; without subsections each item of its list. */
        record Options() implements Part {}

        /** Options that were turned down: each subsection is one. */
        record Rejected() implements Part {}

        /** The place that says which option was chosen. */
        record Outcome() implements Part {}

        /** A field of the metadata: its first paragraph or, for people, all of it. */
        record Value(FieldRole role) implements Part {}

        /** Not language: references, copyright, lists of people, check lists, tables of contents. */
        record Apparatus() implements Part {}
    }
}
