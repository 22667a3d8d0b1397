package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Job.State;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.json.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The product's words as a reader sees them. */
final class Texts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Texts() {}

    static String day(Optional<LocalDate> day) {
        return day.map(DAY::format).orElse("no date");
    }

    /** {@code 3 May 2026, 09:00 UTC}. */
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** The day as machines read it; empty when there is none. */
    static String machineDay(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    static String team(String team) {
        return team.isBlank() ? "no team" : team;
    }

    static String plain(Enum<?> word) {
        return Words.of(word).replace('_', ' ');
    }

    static String plain(String word) {
        return word.replace('_', ' ');
    }

    static String name(Facet facet) {
        return switch (facet) {
            case VALUE -> "Value";
            case STANCE -> "Stance";
            case EFFECT -> "Effect";
            case ROLE -> "Role";
            case ABOUT -> "About";
            case TEAM -> "Team";
            case STATUS -> "Status";
            case FORMAT -> "Format";
            case SECTION -> "Section";
            case PERIOD -> "Quarter";
        };
    }

    static String about(About about) {
        return switch (about) {
            case CHOSEN -> "the option chosen";
            case REJECTED -> "an option rejected";
            case TODAY -> "how things are today";
            case GENERAL -> "nothing in particular";
        };
    }

    static String stance(Stance stance) {
        return switch (stance) {
            case UPHOLDS -> "upholds it";
            case COMPROMISES -> "compromises it";
            case NEUTRAL -> "has no direction";
        };
    }

    /** A reference's role beside its label; a declaration's label says it already. */
    static String role(Role role) {
        return switch (role) {
            case REASON -> "reason";
            case BEHAVIOUR -> "behaviour";
            case DECLARATION -> "";
        };
    }

    static String fate(Option.Fate fate) {
        return switch (fate) {
            case CHOSEN -> "chosen";
            case REJECTED -> "rejected";
            case OPEN -> "open";
        };
    }

    static String relation(Relation.Kind kind) {
        return switch (kind) {
            case SUPERSEDES -> "Supersedes";
            case SUPERSEDED_BY -> "Superseded by";
            case AMENDS -> "Amends";
            case AMENDED_BY -> "Amended by";
        };
    }

    static String section(Section.Kind kind) {
        return switch (kind) {
            case CONTEXT -> "context";
            case DRIVERS -> "drivers";
            case OPTIONS -> "options";
            case DECISION -> "decision";
            case CONSEQUENCES -> "consequences";
            case OTHER -> "other";
        };
    }

    static String origin(Field.Origin origin) {
        return switch (origin) {
            case MANIFEST -> "from the manifest";
            case HEADER -> "from the document’s header";
            case SIDECAR -> "from a file beside it";
            case TEXT -> "from its text";
            case PROPERTIES -> "from the file’s properties";
            case FILE_NAME -> "from the file’s name";
            case FOLDER -> "from the folder";
            case FILE_DATE -> "the file’s own date";
        };
    }

    /** What spoke for a reference, as the start of a sentence that its detail completes. */
    static String signal(Signal.Kind kind) {
        return switch (kind) {
            case TERM -> "Charter’s word";
            case STATEMENT -> "Near the statement";
            case BEHAVIOUR -> "Near a behaviour";
            case COUNTER_BEHAVIOUR -> "Near a counter-behaviour";
            case ALTERNATIVE -> "Near the alternative";
            case CONCERN -> "Concern";
            case MODEL -> "Classifier";
            case SECTION -> "Section";
            case OPTION -> "Option";
            case REASON -> "Reason word";
            case CONTRAST -> "Contrast";
            case CONCESSION -> "Concession";
            case NEGATION -> "Negation";
            case HEDGE -> "Hedge";
            case COST -> "Cost";
            case BENEFIT -> "Benefit";
            case ACTION -> "Names an action";
            case NUMBER -> "Names a number";
            case STAKEHOLDER -> "Names a stakeholder";
        };
    }

    /** What the state means to the one who waits. */
    static String waiting(State state) {
        return switch (state) {
            case QUEUED -> "waiting";
            case READING -> "being read";
            case SCORING -> "being scored";
            case DONE -> "done";
            case FAILED -> "failed";
        };
    }
}
