package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.models.corenlp.Dependency;
import dev.touchstone.models.corenlp.DependencyReader;
import dev.touchstone.models.corenlp.WordedSentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges single sentences against one charter. Safe from several threads. */
final class Recogniser {
    private final Weights weights;
    private final CharterView view;
    private final Optional<SecondStage> second;

    Recogniser(Weights weights, Charter charter, LanguageModels language, Optional<SecondStage> second) {
        this(weights, charter, language.read(texts(charter)), second);
    }

    /**
     * A recogniser for one charter.
     *
     * @param read the charter's texts at least
     * @param second asked about the pairs that are nearest to the threshold
     */
    Recogniser(Weights weights, Charter charter, Map<String, ReadText> read, Optional<SecondStage> second) {
        this.weights = weights;
        this.second = second;
        this.view = CharterView.of(charter, read, weights.inventory());
    }

    static Set<String> texts(Charter charter) {
        return charter.values().stream().flatMap(ValueProfile::texts).collect(Collectors.toSet());
    }

    /**
     * One value in one sentence, before stance and role are asked for.
     *
     * @param odds logarithm of the odds that the value is there, before a second stage
     * @param asked what the second stage said, when it was asked
     */
    record Presence(
            Value value,
            double odds,
            Confidence confidence,
            Cut cut,
            Resemblance resemblance,
            Map<String, Double> row,
            Optional<SecondStage.Asked> asked) {
        boolean found() {
            return cut.finds(confidence);
        }

        boolean doubtful() {
            return cut.doubts(confidence);
        }
    }

    /** What a reference says of its value. */
    record Bearing(Stance stance, Roles roles, boolean explicit, Cues cues) {
        Role role() {
            return role(stance);
        }

        /** Nobody declares what goes against a value, or while weighing one thing against another. */
        Role role(Stance known) {
            var weighs = cues.has(Cue.Kind.CONTRAST) || cues.has(Cue.Kind.DISMISSAL);
            return weighs || known == Stance.COMPROMISES ? roles.working() : roles.likeliest();
        }
    }

    /**
     * How likely each role is; they do not add up to one.
     *
     * @param declares whether the value is more likely only declared
     */
    record Roles(double reason, double behaviour, boolean declares) {
        Role likeliest() {
            return declares ? Role.DECLARATION : working();
        }

        /** The likelier of the two in which the value does something. */
        Role working() {
            return behaviour > reason ? Role.BEHAVIOUR : Role.REASON;
        }
    }

    /** Whether a sentence is worth reading at all; its surroundings' words count, its vectors do not. */
    boolean isWorthReading(SentenceInContext context) {
        return weights.sieve().passes(context, view.profiles());
    }

    /** How strongly a sentence suggests at a glance that it bears on the charter's values. */
    double strength(SentenceInContext context) {
        return weights.sieve().strength(context, view.profiles());
    }

    Judging judging(SentenceInContext context) {
        return view.judging(context, weights.heads().probabilities(context));
    }

    /** One for each value, in the charter's order. */
    List<Presence> presences(Judging judging) {
        var rows = view.features(judging);
        var told = weights.adaptation().told(judging);
        var presences = new ArrayList<Presence>();
        for (var i = 0; i < rows.size(); i++) {
            var resemblance = judging.resemblances().get(i);
            var value = resemblance.profile().value();
            var odds = weights.adaptation()
                    .shifts()
                    .odds(value.id(), weights.presence().odds(rows.get(i)), told);
            var first = Confidence.of(Vectors.sigmoid(odds));
            var asked = second.flatMap(stage -> stage.ask(judging.context(), value, first));
            var confidence = asked.map(SecondStage.Asked::confidence).orElse(first);
            presences.add(new Presence(value, odds, confidence, weights.cut(value), resemblance, rows.get(i), asked));
        }
        return presences;
    }

    /** @param cues of the sentence with its dependencies known */
    Bearing bearing(Presence presence, Cues cues) {
        var row = judgementRow(presence.row(), presence.resemblance(), cues);
        var likely = Confidence.of(weights.judges().compromises().probability(row));
        var compromises =
                likely.permille() >= weights.judges().compromisesFrom() || costs(presence.resemblance(), cues);
        return new Bearing(
                compromises ? Stance.COMPROMISES : Stance.UPHOLDS, roles(row), explicit(presence.resemblance()), cues);
    }

    /** Where the value is about cost: "it costs us a machine" goes against it, whatever else the sentence is like. */
    private static boolean costs(Resemblance resemblance, Cues cues) {
        return cues.costsAt(
                resemblance.matches().stream().map(Term.Match::position).toList());
    }

    private Roles roles(Map<String, Double> row) {
        var judges = weights.judges();
        return new Roles(
                judges.reason().probability(row),
                judges.behaviour().probability(row),
                Confidence.of(judges.declaration().probability(row)).permille() >= judges.declarationFrom());
    }

    /** The term itself, or another form of the same word in a sentence that was found to bear on the value. */
    private static boolean explicit(Resemblance resemblance) {
        return resemblance.termLikeness().isPresent();
    }

    /** The features of presence, and what dependencies add: negation with its true scope. */
    static Map<String, Double> judgementRow(Map<String, Double> presence, Resemblance resemblance, Cues cues) {
        var row = new LinkedHashMap<>(presence);
        row.put("scoped balance", (double) Math.clamp(cues.balance(), -3, 3));
        row.put("scoped denied cost", (double) Math.min(cues.denied(Cue.Kind.COST), 3));
        row.put("scoped denied benefit", (double) Math.min(cues.denied(Cue.Kind.BENEFIT), 3));
        row.put(
                "behaviour over counter-behaviour",
                resemblance.behaviour().likeness()
                        - resemblance.counterBehaviour().likeness());
        return row;
    }

    static Cues cues(DependencyReader dependencies, SentenceInContext context) {
        var words = context.sentence().words();
        // What depends on what tells how far a negation reaches, and nothing else.
        var arcs =
                Cues.mayBeDenied(words) ? dependencies.dependencies(new WordedSentence(words)) : List.<Dependency>of();
        return Cues.of(words, arcs);
    }
}
