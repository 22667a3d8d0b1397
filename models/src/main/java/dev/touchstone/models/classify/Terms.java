package dev.touchstone.models.classify;

import dev.touchstone.models.corenlp.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The terms of one value. Looked up by their first words, because most sentences have none of them. */
final class Terms {
    private final List<Term> all;
    private final Map<String, List<Term>> byText = new HashMap<>();
    private final Map<String, List<Term>> byLemma = new HashMap<>();
    private final Map<String, List<Term>> byStem = new HashMap<>();

    Terms(List<Term> terms) {
        all = List.copyOf(terms);
        for (var term : all) {
            if (term.words().isEmpty()) continue;
            var first = term.words().getFirst();
            put(byText, first.text().toLowerCase(Locale.ROOT), term);
            put(byLemma, first.lemma(), term);
            put(byStem, first.stem(), term);
        }
    }

    private static void put(Map<String, List<Term>> terms, String key, Term term) {
        terms.merge(
                key,
                List.of(term),
                (before, one) -> Stream.concat(before.stream(), one.stream()).toList());
    }

    List<Term> all() {
        return all;
    }

    /** Whether one of them may stand in a sentence, its parts of speech unknown. In loops: every word of an archive comes here. */
    boolean mayStandIn(List<Token> sentence) {
        for (var at = 0; at < sentence.size(); at++) if (mayBeginAt(at, sentence)) return true;
        return false;
    }

    private boolean mayBeginAt(int at, List<Token> sentence) {
        var token = sentence.get(at);
        if (mayStandAt(at, sentence, beginning(byText, token.text().toLowerCase(Locale.ROOT)))) return true;
        for (var lemma : token.forms().lemmas()) if (mayStandAt(at, sentence, beginning(byLemma, lemma))) return true;
        for (var stem : token.forms().stems()) if (mayStandAt(at, sentence, beginning(byStem, stem))) return true;
        return false;
    }

    private static List<Term> beginning(Map<String, List<Term>> terms, String form) {
        return terms.getOrDefault(form, List.of());
    }

    private static boolean mayStandAt(int at, List<Token> sentence, List<Term> terms) {
        for (var term : terms) if (term.mayStandAt(at, sentence)) return true;
        return false;
    }
}
