package dev.touchstone.models.classify;

import dev.touchstone.models.classify.Cue.Kind;
import dev.touchstone.models.corenlp.Dependency;
import dev.touchstone.models.corenlp.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The cues of one sentence, with negation applied.
 * <pre>
 * "This does not leak credentials."       negation not, benefit (denied cost) leak
 * "It reduces the risk of an outage."     benefit reduce, benefit (lessened cost) risk, outage
 * </pre>
 */
record Cues(List<Cue> cues) {
    /** In words; how far "reduce" reaches. */
    private static final int LESSENING = 6;

    Cues {
        cues = List.copyOf(cues);
    }

    /** @param arcs dependencies by word; empty when the sentence was not parsed */
    static Cues of(List<Word> words, List<Dependency> arcs) {
        var scopes = Negations.scopes(words, arcs);
        var lexical = CueLexicon.ENGLISH.find(words);
        var cues = new ArrayList<Cue>();
        for (var cue : lexical) {
            var denied = cue;
            for (var scope : scopes) denied = denied.within(scope);
            cues.add(denied.kind() == Kind.COST && !denied.denied() ? lessened(denied, lexical) : denied);
        }
        for (var at = 0; at < words.size(); at++)
            if (Negations.denies(words.get(at)))
                cues.add(new Cue(
                        Kind.NEGATION, words.get(at).lemma(), words.get(at).tag(), at, false));
        if (words.getLast().text().equals("?")) cues.add(new Cue(Kind.QUESTION, "?", ".", words.size() - 1, false));
        return new Cues(cues);
    }

    /** Whether any cue stands where a negation may reach; how far it does reach, dependencies tell, and that is never farther. */
    static boolean mayBeDenied(List<Word> words) {
        var scopes = Negations.scopes(words, List.of());
        if (scopes.isEmpty()) return false;
        var cues = CueLexicon.ENGLISH.find(words);
        return scopes.stream().anyMatch(scope -> cues.stream().anyMatch(cue -> cue.isWithin(scope)));
    }

    private static Cue lessened(Cue cost, List<Cue> all) {
        var lessens = all.stream()
                .anyMatch(cue -> cue.kind() == Kind.CHANGE
                        && cue.position() < cost.position()
                        && cost.position() - cue.position() <= LESSENING);
        return lessens ? cost.turned() : cost;
    }

    boolean has(Kind kind) {
        return cues.stream().anyMatch(cue -> cue.kind() == kind);
    }

    /** Whether something is said to cost, outside every negation, by a verb at one of these places. */
    boolean costsAt(List<Integer> positions) {
        return cues.stream()
                .anyMatch(cue ->
                        cue.kind() == Kind.COST && cue.isVerb() && !cue.denied() && positions.contains(cue.position()));
    }

    /** Cues of a kind that stand outside every negation. */
    int plain(Kind kind) {
        return (int)
                cues.stream().filter(cue -> cue.kind() == kind && !cue.denied()).count();
    }

    /** Cues of a kind that are denied or lessened: a denied cost is a benefit. */
    int denied(Kind kind) {
        return (int)
                cues.stream().filter(cue -> cue.kind() == kind && cue.denied()).count();
    }

    /** What is said to be good less what is said to be bad. */
    int balance() {
        return plain(Kind.BENEFIT) - denied(Kind.BENEFIT) + denied(Kind.COST) - plain(Kind.COST);
    }
}
