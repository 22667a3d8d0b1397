package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing.Argument;
import dev.touchstone.auditor.format.Language;
import dev.touchstone.auditor.format.Reading;
import dev.touchstone.auditor.format.SectionRule;
import dev.touchstone.auditor.format.SectionRule.Part;
import dev.touchstone.auditor.format.SectionRule.Subject;
import dev.touchstone.auditor.format.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a part of the layout is for, by its own heading or by the one above it.
 *
 * @param option the option that its heading or one above it names; empty when none does
 * @param own whether its own heading says what it is for
 */
record Place(Section.Kind kind, Subject subject, Argument argument, Part part, String option, boolean own) {
    /** What a rule for the text under the title calls it: it has no heading of its own. */
    private static final String UNDER_TITLE = "(title)";

    /** What a rule for the headings below the title that no other rule fits calls them. */
    private static final String ANY = "(any)";

    private static final Place NOWHERE =
            new Place(Section.Kind.OTHER, Subject.UNKNOWN, Argument.NONE, new Part.Text(), "", false);

    /** What has no part in something: neither its options nor its fields. */
    Place apart() {
        return new Place(kind, subject, argument, new Part.Text(), "", false);
    }

    /**
     * One place for each part of the layout.
     *
     * @param title the part whose heading is the title, or -1
     * @param tops other parts below which a heading means what it means below the title
     */
    static List<Place> all(Layout layout, Reading reading, int title, Set<Integer> tops) {
        var underTitle = reading.rule(UNDER_TITLE).map(rule -> of(rule, false)).orElse(NOWHERE);
        var places = new ArrayList<Place>();
        for (var index = 0; index < layout.parts().size(); index++) {
            var part = layout.parts().get(index);
            if (part.heading() < 0 || index == title) places.add(underTitle);
            else {
                var top = part.parent() < 0 || part.parent() == title || tops.contains(part.parent());
                places.add(below(part, part.parent() < 0 ? underTitle : places.get(part.parent()), top, reading));
            }
        }
        return List.copyOf(places);
    }

    /** @param top whether it stands right below the title */
    private static Place below(Layout.Part part, Place parent, boolean top, Reading reading) {
        var rule = reading.rule(part.folded()).filter(known -> top || known.reach() == SectionRule.Reach.ANYWHERE);
        var side = side(reading.language(), part.folded());
        // A rule that takes a side says more than the side alone; any other says less.
        var sided = rule.filter(known -> known.argument() != Argument.NONE);
        if (side.isPresent() && sided.isEmpty() && !(parent.part instanceof Part.Apparatus))
            return parent.arguing(side.get());
        if (rule.isPresent()) {
            var mine = of(rule.get(), true);
            if (parent.option.isEmpty() || mine.part instanceof Part.Apparatus) return mine;
            // Below an option every heading speaks of that option.
            return mine.argument == Argument.NONE ? parent.inherited() : parent.arguing(mine.argument);
        }
        var any = top ? reading.rule(ANY) : Optional.<SectionRule>empty();
        if (any.isPresent()) return of(any.get(), false);
        var holdsOptions = parent.own && (parent.part instanceof Part.Options || parent.part instanceof Part.Rejected);
        return holdsOptions ? parent.inherited().of(part.name()) : parent.inherited();
    }

    static Optional<Argument> side(Language language, String foldedHeading) {
        return language.sides().stream()
                .filter(side -> Wording.any(side.labels(), foldedHeading))
                .map(Language.Side::argument)
                .findFirst();
    }

    private static Place of(SectionRule rule, boolean own) {
        return new Place(rule.kind(), rule.subject(), rule.argument(), rule.part(), "", own);
    }

    /** The same place, speaking of an option. */
    Place of(String name) {
        return new Place(kind == Section.Kind.OTHER ? Section.Kind.OPTIONS : kind, subject, argument, part, name, own);
    }

    private Place inherited() {
        return new Place(kind, subject, argument, part, option, false);
    }

    private Place arguing(Argument side) {
        return new Place(kind, subject, side, part, option, false);
    }
}
