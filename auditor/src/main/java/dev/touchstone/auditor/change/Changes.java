package dev.touchstone.auditor.change;

import dev.touchstone.auditor.change.Change.Stayed;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.auditor.score.Scored;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells two versions of a document apart by the sentences that refer to values. */
public final class Changes {
    private Changes() {}

    /**
     * One change for each value, in the charter's order. References of a value are the same when their quotations have the
     * same words: an edit of punctuation, emphasis or line breaks changes nothing, another word makes another reference.
     * What stands twice is paired twice, in the order of the text.
     * <pre>
     * before   "We log every failure."  "It is cheap."
     * after    "We **log** every failure."  "It is fast."
     * change   stayed "We log every failure."   gone "It is cheap."   came "It is fast."
     * </pre>
     *
     * @param before scored in the same terms as {@code after}: else it is the judge that changed
     */
    public static List<Change> between(Charter charter, Scored before, Scored after) {
        return charter.values().stream()
                .map(value -> between(value.id(), before, after))
                .toList();
    }

    private static Change between(Value.Id value, Scored before, Scored after) {
        var left = byWords(of(value, before.references()));
        var came = new ArrayList<Reference>();
        var stayed = new ArrayList<Stayed>();
        for (var reference : of(value, after.references())) {
            var same = left.getOrDefault(words(reference), new ArrayDeque<>()).poll();
            if (same == null) came.add(reference);
            else stayed.add(new Stayed(same, reference));
        }
        var kept = stayed.stream().map(Stayed::before).toList();
        var gone = of(value, before.references()).stream()
                .filter(reference -> !kept.contains(reference))
                .toList();
        return new Change(value, score(value, before), score(value, after), gone, came, stayed);
    }

    private static List<Reference> of(Value.Id value, List<Reference> references) {
        return references.stream()
                .filter(reference -> reference.value().equals(value))
                .toList();
    }

    private static Map<String, Deque<Reference>> byWords(List<Reference> references) {
        var byWords = new HashMap<String, Deque<Reference>>();
        for (var reference : references)
            byWords.computeIfAbsent(words(reference), _ -> new ArrayDeque<>()).add(reference);
        return byWords;
    }

    private static String words(Reference reference) {
        return Boilerplate.normalise(reference.evidence().quote());
    }

    /** Of a sentence that stands in two decisions, one inside the other, the reference counts once. */
    private static Score score(Value.Id value, Scored scored) {
        var references = new TreeMap<Integer, Reference>();
        for (var scorecard : scored.scorecards())
            for (var score : scorecard.scores())
                if (score instanceof Score.Measured measured && measured.value().equals(value))
                    measured.references().forEach(reference -> references.put(reference.number(), reference));
        return Score.of(value, List.copyOf(references.values()));
    }
}
