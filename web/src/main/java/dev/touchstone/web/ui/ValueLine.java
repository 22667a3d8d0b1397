package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Summary;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.json.Words;
import java.util.List;

/**
 * One value over the whole audit: where it does work, how it is spoken of, what decisions do to it.
 *
 * @param roles reasons, behaviours, declarations
 * @param effects served, given up, motivates
 */
record ValueLine(
        Link name, AtWork atWork, List<Count> roles, List<Count> effects, Link decoration, String per1000Words) {
    /**
     * In how many decisions a value is at work.
     *
     * @param filled how much of the bar, in per cent
     */
    record AtWork(Link number, String of, String share, int filled) {}

    /** A number, what it counts, and the style of its sign. */
    record Count(Link number, String thing, String style, String sign) {}

    static ValueLine of(Audit audit, Summary.Line line) {
        var asking = Addresses.asking(line.value());
        var roles = line.roles();
        var effects = line.effects();
        return new ValueLine(
                new Link(audit.charter().value(line.value()).name(), Addresses.value(line.value())),
                atWork(audit, line),
                List.of(
                        role(asking, Role.REASON, roles.reasons()),
                        role(asking, Role.BEHAVIOUR, roles.behaviours()),
                        role(asking, Role.DECLARATION, roles.declarations())),
                List.of(
                        effect(asking, Effect.SERVED, effects.served()),
                        effect(asking, Effect.GIVEN_UP, effects.givenUp()),
                        effect(asking, Effect.MOTIVATES, effects.motivates())),
                decoration(asking, line),
                Numbers.tenths(line.per1000Words()));
    }

    private static AtWork atWork(Audit audit, Summary.Line line) {
        var decisions = audit.summary().decisions();
        return new AtWork(
                Link.count(
                        line.decisionsAtWork(), Addresses.atWork(line.value()).address(Addresses.DECISIONS)),
                "of " + Numbers.whole(decisions),
                decisions < Numbers.ENOUGH ? Numbers.TOO_FEW : Numbers.percent(line.decisionsAtWork(), decisions),
                decisions < Numbers.ENOUGH ? 0 : Numbers.hundredths(line.decisionsAtWork(), decisions));
    }

    private static Count role(Question asking, Role role, int number) {
        var href = asking.with(Facet.ROLE, Words.of(role)).address(Addresses.REFERENCES);
        return new Count(Link.count(number, href), Texts.plain(role) + "s", "", "");
    }

    private static Count effect(Question asking, Effect effect, int number) {
        var href = asking.with(Facet.EFFECT, Words.of(effect)).address(Addresses.REFERENCES);
        var label = Label.of(effect);
        return new Count(Link.count(number, href), label.word(), label.style(), label.sign());
    }

    private static Link decoration(Question asking, Summary.Line line) {
        if (line.roles().references() < Numbers.ENOUGH) return Link.plain(Numbers.TOO_FEW);
        return new Link(
                Numbers.ratio(line.decorationIndex()),
                line.roles().declarations() == 0
                        ? ""
                        : asking.with(Facet.ROLE, Words.of(Role.DECLARATION)).address(Addresses.REFERENCES));
    }
}
