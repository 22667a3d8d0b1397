package dev.touchstone.auditor.search;

import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The properties that results can be narrowed by and counted by. */
public enum Facet {
    VALUE,
    STANCE,
    EFFECT,
    ROLE,
    ABOUT,
    TEAM,
    /** Normal form of the record's status. */
    STATUS,
    FORMAT,
    /** Kind of the section. */
    SECTION,
    /** A quarter such as {@code 2024-Q2}. */
    PERIOD;

    /** All words that this facet can have; empty when they depend on the collection. */
    public List<String> words() {
        return switch (this) {
            case VALUE, TEAM, FORMAT, PERIOD -> List.of();
            case STANCE -> words(Stance.values());
            case EFFECT -> words(Effect.values());
            case ROLE -> words(Role.values());
            case ABOUT -> words(About.values());
            case STATUS -> words(Status.Normal.values());
            case SECTION -> words(Section.Kind.values());
        };
    }

    /** Whether this facet speaks of a reference, not of the passage or its document. */
    public boolean ofReference() {
        return switch (this) {
            case VALUE, STANCE, EFFECT, ROLE, ABOUT -> true;
            case TEAM, STATUS, FORMAT, SECTION, PERIOD -> false;
        };
    }

    /** A constant as it stands in the JSON form and in queries: {@code GIVEN_UP} is {@code given_up}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Enum<?>... constants) {
        return Arrays.stream(constants).map(Facet::word).toList();
    }
}
