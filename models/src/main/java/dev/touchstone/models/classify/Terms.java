package dev.touchstone.models.classify;

import dev.touchstone.models.corenlp.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
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

    /** Whether one of them may stand in a sentence, its parts of speech unknown. */
    boolean mayStandIn(List<Token> sentence) {
        return IntStream.range(0, sentence.size())
                .anyMatch(at -> beginningWith(sentence.get(at)).anyMatch(term -> term.mayStandAt(at, sentence)));
    }

    private Stream<Term> beginningWith(Token token) {
        var forms = token.forms();
        return Stream.of(
                        Stream.of(byText.getOrDefault(token.text().toLowerCase(Locale.ROOT), List.of())),
                        forms.lemmas().stream().map(lemma -> byLemma.getOrDefault(lemma, List.of())),
                        forms.stems().stream().map(stem -> byStem.getOrDefault(stem, List.of())))
                .flatMap(lists -> lists)
                .flatMap(List::stream);
    }
}
