package dev.touchstone.indexer.search;

import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.search.Facet;
import java.util.List;
import java.util.Map;

/**
 * All that can be asked of a reference, as one term of its passage: {@code reason␟served␟upholds␟chosen␟candour}.
 *
 * <p>Conditions on value, stance, effect, role and about must hold of one and the same reference. With a term for each
 * combination they do by construction, and counts come from the same terms: a passage counts for a role when one of its terms
 * that satisfy the filters has it. The alternative, references as child documents in a block join, needs a parent filter in
 * every query, vectors and deletions included, and gives nothing for it: there are at most 180 combinations for each value of
 * a charter, far fewer in use, so that finding the terms that satisfy a filter by looking at all of them costs nothing.
 */
record ReferenceTerm(String role, String effect, String stance, String about, String value) {
    private static final String MARK = "\u001F";

    static ReferenceTerm of(Reference reference) {
        var judgement = reference.judgement();
        return new ReferenceTerm(
                Facet.word(judgement.role()),
                Facet.word(reference.effect()),
                Facet.word(judgement.stance()),
                Facet.word(judgement.about()),
                Key.of(reference.value().text()));
    }

    /** The inverse of {@link #text}. The value stands last because it alone can hold anything. */
    static ReferenceTerm parse(String text) {
        var parts = text.split(MARK, 5);
        return new ReferenceTerm(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    String text() {
        return String.join(MARK, role, effect, stance, about, value);
    }

    /** This reference's word of a facet. */
    String word(Facet facet) {
        return switch (facet) {
            case VALUE -> value;
            case STANCE -> stance;
            case EFFECT -> effect;
            case ROLE -> role;
            case ABOUT -> about;
            case TEAM, STATUS, FORMAT, SECTION, PERIOD ->
                throw new IllegalArgumentException("a reference has no " + Facet.word(facet));
        };
    }

    /** Whether for each facet given one of its words holds; case does not matter. */
    boolean satisfies(Map<Facet, List<String>> words) {
        return words.entrySet().stream()
                .allMatch(facet -> facet.getValue().stream().anyMatch(word(facet.getKey())::equalsIgnoreCase));
    }
}
