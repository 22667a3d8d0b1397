package dev.touchstone.auditor.score;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Passage;
import dev.touchstone.auditor.document.Sentence;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Argued;
import dev.touchstone.auditor.reference.Argument;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Doubted;
import dev.touchstone.auditor.reference.Evidence;
import dev.touchstone.auditor.reference.Judgement;
import dev.touchstone.auditor.reference.Observation;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Turns what was observed in a document's sentences into references with evidence, and these into scorecards. */
public final class Scorer {
    private Scorer() {}

    /**
     * Scores every decision of a document. Observations of values that the charter does not have are an error.
     * <pre>
     * before   observations by sentence and value, in any order
     * after    references numbered by place and then by the charter's order, a scorecard for each decision
     * </pre>
     */
    public static Scored score(Charter charter, Annotated annotated, Boilerplate boilerplate) {
        var placed = place(charter, annotated, boilerplate);
        var document = annotated.document();
        var scorecards = document.decisions().stream()
                .map(decision -> scorecard(charter, decision, within(placed, decision)))
                .toList();
        return new Scored(
                placed.stream().map(Placed::reference).toList(),
                doubts(charter, annotated, boilerplate),
                arguments(annotated, boilerplate),
                scorecards);
    }

    /** What repeats across documents is not worth a person's time. */
    private static List<Doubt> doubts(Charter charter, Annotated annotated, Boilerplate boilerplate) {
        var document = annotated.document();
        var order = order(charter);
        return annotated.doubted().stream()
                .sorted(Comparator.comparingInt(Doubted::sentence)
                        .thenComparingInt(doubted -> order.indexOf(doubted.value())))
                .filter(doubted -> !repeats(annotated, doubted.sentence(), boilerplate))
                .map(doubted -> new Doubt(
                        doubted.value(),
                        doubted.confidence(),
                        evidence(document, annotated.sentences().get(doubted.sentence()))))
                .toList();
    }

    private static List<Value.Id> order(Charter charter) {
        return charter.values().stream().map(Value::id).toList();
    }

    private static boolean repeats(Annotated annotated, int sentence, Boilerplate boilerplate) {
        var document = annotated.document();
        return boilerplate.contains(
                document, passage(document, annotated.sentences().get(sentence)));
    }

    /** A template's prompt argues nothing, however often it is left standing. */
    private static List<Argument> arguments(Annotated annotated, Boilerplate boilerplate) {
        var document = annotated.document();
        return annotated.argued().stream()
                .sorted(Comparator.comparingInt(Argued::sentence))
                .filter(argued -> !repeats(annotated, argued.sentence(), boilerplate))
                .map(argued -> new Argument(
                        argued.concern(),
                        argued.confidence(),
                        evidence(document, annotated.sentences().get(argued.sentence()))))
                .toList();
    }

    private static Passage passage(Document document, Sentence sentence) {
        return document.outline().passages().get(sentence.passage());
    }

    private static Evidence evidence(Document document, Sentence sentence) {
        var passage = passage(document, sentence);
        var section = document.sectionOf(passage);
        return new Evidence(
                sentence.span(),
                sentence.span().of(document.text()),
                section.heading(),
                section.kind(),
                passage.block().page());
    }

    private static List<Placed> place(Charter charter, Annotated annotated, Boilerplate boilerplate) {
        var order = order(charter);
        var sorted = annotated.observations().stream()
                .sorted(Comparator.comparingInt(Observation::sentence)
                        .thenComparingInt(observation -> order.indexOf(observation.value())))
                .toList();
        var placed = new ArrayList<Placed>();
        var declared = new HashSet<Value.Id>();
        for (var observation : sorted) {
            var sentence = annotated.sentences().get(observation.sentence());
            var passage = passage(annotated.document(), sentence);
            var repeats = boilerplate.contains(annotated.document(), passage);
            // Of text that repeats across documents, the naming of a value counts, once a document, as a declaration.
            if (repeats && !(observation.judgement().explicit() && declared.add(observation.value()))) continue;
            var number = placed.size() + 1;
            var reference = reference(number, annotated.document(), sentence, observation, repeats);
            placed.add(new Placed(reference, observation.sentence(), sentence.passage(), passage.standing()));
        }
        return placed;
    }

    private static Reference reference(
            int number, Document document, Sentence sentence, Observation observation, boolean repeats) {
        var judged = observation.judgement();
        var judgement = repeats
                ? new Judgement(judged.explicit(), judged.stance(), judged.about(), judged.drawback(), Role.DECLARATION)
                : judged;
        return new Reference(
                number,
                observation.value(),
                judgement,
                repeats,
                observation.confidence(),
                evidence(document, sentence),
                observation.signals());
    }

    private static List<Placed> within(List<Placed> placed, Decision decision) {
        return placed.stream()
                .filter(one ->
                        decision.span().contains(one.reference().evidence().span()))
                .toList();
    }

    private static Scorecard scorecard(Charter charter, Decision decision, List<Placed> placed) {
        var references = placed.stream().map(Placed::reference).toList();
        var scores = charter.values().stream()
                .map(value -> score(value.id(), references))
                .toList();
        return new Scorecard(decision, scores, TradeOffs.among(placed));
    }

    private static Score score(Value.Id value, List<Reference> references) {
        return Score.of(
                value,
                references.stream()
                        .filter(reference -> reference.value().equals(value))
                        .toList());
    }
}
