package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Summary.Effects;
import dev.touchstone.auditor.audit.Summary.Line;
import dev.touchstone.auditor.audit.Summary.Roles;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.auditor.score.Scorecard;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Adds up the outcomes of an audit in whole numbers. What was not scored is in no number. */
final class Summaries {
    private Summaries() {}

    static Summary summary(Charter charter, Collection<Entry> entries) {
        var documents = scored(entries);
        var scorecards = documents.stream()
                .flatMap(audited -> audited.scorecards().stream())
                .toList();
        var words = documents.stream()
                .mapToLong(audited -> audited.extent().words())
                .sum();
        var lines = charter.values().stream()
                .map(value -> line(value.id(), documents, scorecards, words))
                .toList();
        return new Summary(scorecards.size(), lines);
    }

    private static Line line(Value.Id value, List<Audited> documents, List<Scorecard> scorecards, long words) {
        var references = documents.stream()
                .flatMap(audited -> audited.references().stream())
                .filter(reference -> reference.value().equals(value))
                .toList();
        var roles = new Roles(
                count(references, role(Role.REASON)),
                count(references, role(Role.BEHAVIOUR)),
                count(references, role(Role.DECLARATION)));
        var effects = new Effects(
                count(references, effect(Effect.SERVED)),
                count(references, effect(Effect.GIVEN_UP)),
                count(references, effect(Effect.MOTIVATES)),
                count(references, reference -> reference.judgement().stance() == Stance.NEUTRAL));
        return new Line(
                value,
                atWork(value, scorecards),
                roles,
                effects,
                unsure(value, documents),
                new Ratio(roles.declarations(), roles.references()),
                new Ratio(1000L * roles.references(), words));
    }

    static List<Audited> scored(Collection<Entry> entries) {
        return entries.stream()
                .flatMap(Entry::all)
                .map(Entry::outcome)
                .filter(Audited.class::isInstance)
                .map(Audited.class::cast)
                .filter(audited -> audited.extent().scored())
                .toList();
    }

    static int atWork(Value.Id value, List<Scorecard> scorecards) {
        return (int) scorecards.stream()
                .flatMap(scorecard -> scorecard.scores().stream())
                .filter(score -> score instanceof Score.Measured measured
                        && measured.value().equals(value)
                        && measured.atWork())
                .count();
    }

    private static int unsure(Value.Id value, List<Audited> documents) {
        return (int) documents.stream()
                .flatMap(audited -> audited.doubts().stream())
                .filter(doubt -> doubt.value().equals(value))
                .count();
    }

    private static int count(List<Reference> references, Predicate<Reference> which) {
        return (int) references.stream().filter(which).count();
    }

    private static Predicate<Reference> role(Role role) {
        return reference -> reference.judgement().role() == role;
    }

    private static Predicate<Reference> effect(Effect effect) {
        return reference -> reference.effect() == effect;
    }
}
