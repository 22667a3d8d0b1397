package dev.touchstone.models.classify;

import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Judgement;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.models.classify.Recogniser.Bearing;

/**
 * Where a sentence stands in its decision: what the format gives away comes before what the language suggests.
 *
 * @param standing of its passage
 * @param section kind of its section
 * @param heading what the heading's words say
 * @param status of the record
 * @param decides whether it stands in a decision; most of what minutes tell does not
 */
record Situation(Standing standing, Section.Kind section, HeadingKind heading, Status.Normal status, boolean decides) {

    /**
     * A whole judgement.
     * <pre>
     * context:                   "The log leaks credentials."        today, compromises        (motivates)
     * rejected option, pro:      "Good, because anyone can read it"  rejected, upholds         (given up)
     * rejected option, con:      "It would leak names."              rejected, a drawback      (served)
     * chosen option, con:        "Bad, because clients must rebuild" chosen, compromises       (given up)
     * </pre>
     */
    Judgement judge(Bearing bearing) {
        var stance = stance(bearing);
        var role = role(stance, bearing);
        var about = role == Role.DECLARATION ? About.GENERAL : about(stance, bearing.cues());
        return new Judgement(bearing.explicit(), stance, about, drawback(stance, bearing.cues()), role);
    }

    /** Praise is no declaration where the format says that it argues or decides. */
    private Role role(Stance stance, Bearing bearing) {
        var argues = standing.argument() == Standing.Argument.PRO
                || standing.argument() == Standing.Argument.CON
                || section == Section.Kind.DRIVERS
                || section == Section.Kind.DECISION;
        return argues ? bearing.roles().working() : bearing.role(stance);
    }

    /**
     * A pro of an option speaks for the value it names, a con of the chosen one against it if its own words tell a cost: what
     * eases a con stands among the cons ("we should release from a pipeline to keep it in step").
     */
    private Stance stance(Bearing bearing) {
        var costs = bearing.cues().balance() < 0;
        return switch (standing.argument()) {
            case PRO -> Stance.UPHOLDS;
            case CON -> costs && standing.about() != Standing.About.REJECTED ? Stance.COMPROMISES : bearing.stance();
            case NEUTRAL, NONE -> lack(bearing.cues()) ? Stance.COMPROMISES : bearing.stance();
        };
    }

    /** A problem that the context tells, or that is said to be today's: why the record was written. */
    private boolean lack(Cues cues) {
        return cues.balance() < 0 && (section == Section.Kind.CONTEXT || cues.has(Cue.Kind.TODAY));
    }

    private boolean drawback(Stance stance, Cues cues) {
        return switch (standing.argument()) {
            case PRO -> false;
            case CON -> true;
            case NEUTRAL, NONE -> stance == Stance.COMPROMISES || cues.balance() < 0;
        };
    }

    private About about(Stance stance, Cues cues) {
        return switch (standing.about()) {
            case CHOSEN -> About.CHOSEN;
            case REJECTED -> About.REJECTED;
            case TODAY -> wish(stance, cues) ? proposed() : About.TODAY;
            case UNKNOWN -> guess(stance, cues);
        };
    }

    /** What the context speaks well of is what the choice is to bring, unless it says that today has it. */
    private static boolean wish(Stance stance, Cues cues) {
        return stance == Stance.UPHOLDS && !cues.has(Cue.Kind.TODAY);
    }

    private About guess(Stance stance, Cues cues) {
        if (cues.has(Cue.Kind.TODAY)) return About.TODAY;
        if (cues.has(Cue.Kind.DISMISSAL) || heading == HeadingKind.REJECTED) return About.REJECTED;
        return switch (section) {
            case DECISION, CONSEQUENCES -> proposed();
            // What is asked of the choice is served by making it; a lack named here is why a choice is made at all.
            case DRIVERS -> stance == Stance.COMPROMISES ? About.TODAY : proposed();
            case CONTEXT -> stance == Stance.COMPROMISES ? About.TODAY : About.GENERAL;
            case OPTIONS -> About.GENERAL;
            case OTHER -> cues.has(Cue.Kind.QUESTION) ? About.GENERAL : proposed();
        };
    }

    /** What a record proposes is chosen, unless the record was turned down; where nothing is decided it is talk. */
    private About proposed() {
        if (!decides) return About.GENERAL;
        return status == Status.Normal.REJECTED ? About.REJECTED : About.CHOSEN;
    }
}
