package dev.touchstone.models.classify;

import dev.touchstone.models.corenlp.Stem;
import dev.touchstone.models.corenlp.Token;
import dev.touchstone.models.corenlp.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A charter's term as it can be met in a sentence.
 * <pre>
 * "users"      user, users            by lemma, a noun
 * "automate"   automate, automation   by stem
 * </pre>
 *
 * @param words of the term as the charter writes it
 */
record Term(String text, List<Word> words) {
    Term {
        words = List.copyOf(words);
    }

    /** Where the term stands in a text and how sure it is that it is the term. */
    record Match(Term term, int position, Likeness likeness) {}

    /** From the same word in the same part of speech to a word of the same stem. */
    enum Likeness {
        STEM,
        LEMMA,
        SENSE
    }

    /** Every place where the term stands in a sentence. */
    List<Match> matches(List<Word> sentence) {
        var found = new ArrayList<Match>();
        if (words.isEmpty()) return found;
        for (var at = 0; at + words.size() <= sentence.size(); at++) {
            if (!isLike(words.getFirst(), sentence.get(at))) continue;
            var place = at;
            likeness(sentence.subList(at, at + words.size()))
                    .ifPresent(likeness -> found.add(new Match(this, place, likeness)));
        }
        return found;
    }

    /** Whether the term may stand at a place of a sentence, its parts of speech unknown; else no reading of it has the term there. */
    boolean mayStandAt(int place, List<Token> sentence) {
        return place + words.size() <= sentence.size() && mayBe(sentence.subList(place, place + words.size()));
    }

    private boolean mayBe(List<Token> candidates) {
        return IntStream.range(0, words.size()).allMatch(place -> mayBe(words.get(place), candidates.get(place)));
    }

    private static boolean mayBe(Word term, Token candidate) {
        return term.text().equalsIgnoreCase(candidate.text())
                || candidate.forms().lemmas().contains(term.lemma())
                || candidate.forms().stems().contains(term.stem());
    }

    /** That of the word that is least like its counterpart; empty when one is not like it at all. */
    private Optional<Likeness> likeness(List<Word> candidates) {
        var least = Optional.of(Likeness.SENSE);
        for (var i = 0; i < words.size() && least.isPresent(); i++) {
            var found = likeness(words.get(i), candidates.get(i), words.size());
            least = least.flatMap(most -> found.map(likeness -> likeness.compareTo(most) < 0 ? likeness : most));
        }
        return least;
    }

    private static Optional<Likeness> likeness(Word term, Word candidate, int length) {
        if (isSame(term, candidate))
            return Optional.of(
                    length > 1 || partOfSpeech(term) == partOfSpeech(candidate) ? Likeness.SENSE : Likeness.LEMMA);
        return isLike(term, candidate) ? Optional.of(Likeness.STEM) : Optional.empty();
    }

    private static boolean isLike(Word term, Word candidate) {
        return isSame(term, candidate)
                || (term.stem().length() >= Stem.SHORTEST && term.stem().equals(candidate.stem()));
    }

    private static boolean isSame(Word term, Word candidate) {
        return term.lemma().equals(candidate.lemma()) || term.text().equalsIgnoreCase(candidate.text());
    }

    /** Noun, verb, adjective or adverb: the first letter of the tag. Names of things count as nouns. */
    private static char partOfSpeech(Word word) {
        return word.tag().isEmpty() ? '?' : word.tag().charAt(0);
    }
}
