package dev.touchstone.models.classify;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.models.corenlp.Dependency;
import dev.touchstone.models.corenlp.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which words a sentence denies.
 * <pre>
 * The log does not leak credentials, but it is slow.
 *              ^^^ ---- -----------                       scope of "not"
 * </pre>
 */
final class Negations {
    private static final Set<String> WORDS = Set.of(
            "no", "not", "n't", "never", "without", "neither", "nor", "none", "nothing", "cannot", "nobody", "hardly");
    private static final Set<String> BORDERS =
            Set.of(".", "?", "!", ",", ";", ":", "-", "--", "—", "(", ")", "but", "because", "although");
    /** In words; a scope without dependencies ends here at the latest. */
    private static final int REACH = 7;

    private Negations() {}

    static boolean denies(Word word) {
        return WORDS.contains(word.lemma());
    }

    /**
     * Ranges of word indices, one for each negation. With dependencies a scope ends where the denied word's own phrase ends;
     * without, at the next border of a clause.
     */
    static List<Span> scopes(List<Word> words, List<Dependency> arcs) {
        var scopes = new ArrayList<Span>();
        for (var at = 0; at < words.size(); at++)
            if (denies(words.get(at))) scopes.add(new Span(at + 1, Math.max(at + 1, end(words, arcs, at))));
        return scopes;
    }

    private static int end(List<Word> words, List<Dependency> arcs, int negation) {
        var border = border(words, negation);
        if (arcs.size() != words.size()) return border;
        var head = arcs.get(negation).governor();
        if (head == Dependency.ROOT) return border;
        var last = negation;
        for (var word = negation + 1; word < border; word++) if (depends(word, head, arcs)) last = word;
        return Math.max(last, head < border ? head : negation) + 1;
    }

    private static boolean depends(int word, int head, List<Dependency> arcs) {
        var at = word;
        for (var steps = 0; at != Dependency.ROOT && steps < arcs.size(); steps++) {
            if (at == head) return true;
            var arc = arcs.get(at);
            // Another clause that hangs on the head is not denied with it: "not fast, so users leave".
            if (arc.governor() == head
                    && (arc.relation().startsWith("conj") || arc.relation().equals("parataxis"))) return false;
            at = arc.governor();
        }
        return false;
    }

    private static int border(List<Word> words, int negation) {
        for (var at = negation + 1; at < words.size(); at++)
            if (at - negation > REACH || BORDERS.contains(words.get(at).lemma())) return at;
        return words.size();
    }
}
