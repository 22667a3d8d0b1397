package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.models.corenlp.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of three things make a sentence specific: an action that somebody could watch, a number, a party whom it concerns.
 * <pre>
 * "The desk confirms each change within 30 seconds."    action "confirms each change", number "30 seconds"
 * "Every failure is logged for the operators."          action "is logged", stakeholder "operators"
 * "We strive to be the best at safety."                 nothing
 * </pre>
 */
final class Specifics {
    /** Nobody can watch these being done: states, wishes, attitudes, and verbs that leave open what is done. */
    private static final Set<String> UNSEEN = words(
            "be have do seem become remain mean matter want need wish hope aim strive try intend believe think feel know"
                    + " understand value prefer like love care respect trust expect consider appreciate embrace seek"
                    + " ensure guarantee improve enhance increase decrease reduce promote foster encourage enable allow let"
                    + " help make provide give get take keep support offer deliver drive meet achieve address require"
                    + " include involve contain comprise depend affect impact concern exist appear cause lead represent"
                    + " reflect imply suggest facilitate strengthen benefit avoid prevent face see find cost lack deserve");

    /** What follows these is a label, not a quantity. */
    private static final Set<String> LABELLED =
            words("version section figure table step option chapter page rfc issue phase part item appendix"
                    + " decision adr pep kep release line level stage tier type rule article clause python java");

    private static final Set<String> PARTIES = words(
            "user customer developer maintainer contributor operator administrator admin engineer team staff employee"
                    + " colleague worker manager member committee board community patient citizen resident applicant grantee"
                    + " grantor student teacher pupil parent child driver crew dispatcher carer nurse doctor physician supplier"
                    + " partner investor shareholder auditor regulator reviewer author reader owner tenant buyer seller"
                    + " subscriber visitor volunteer newcomer beginner public government agency department ministry council"
                    + " union family officer passenger tester designer analyst researcher vendor consumer voter delegate");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern QUANTITY = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?|\\p{L}[\\p{L}-]*");

    private final List<Word> words;

    private Specifics(List<Word> words) {
        this.words = words;
    }

    /** At most one signal of each kind, the first of its kind in the sentence. */
    static List<Signal> of(List<Word> words) {
        var specifics = new Specifics(words);
        return Stream.of(
                        specifics.first(Signal.Kind.ACTION),
                        specifics.first(Signal.Kind.NUMBER),
                        specifics.first(Signal.Kind.STAKEHOLDER))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Signal> first(Signal.Kind kind) {
        return IntStream.range(0, words.size())
                .mapToObj(at -> switch (kind) {
                    case ACTION -> action(at);
                    case NUMBER -> number(at);
                    case STAKEHOLDER -> party(at);
                    default -> throw new IllegalArgumentException("not what makes a sentence specific: " + kind);
                })
                .flatMap(Optional::stream)
                .findFirst()
                .map(detail -> new Signal(kind, detail));
    }

    /** A verb with what is done to something, or the passive of one. */
    private Optional<String> action(int at) {
        var verb = words.get(at);
        if (!verb.tag().startsWith("VB") || UNSEEN.contains(verb.lemma())) return Optional.empty();
        if (verb.tag().equals("VBN") && at > 0 && words.get(at - 1).lemma().equals("be"))
            return Optional.of(text(at - 1, at + 1));
        var end = at + 1;
        while (end < words.size() && leadsToObject(words.get(end))) end++;
        if (end >= words.size() || !words.get(end).isNoun()) return Optional.empty();
        while (end < words.size() && words.get(end).isNoun()) end++;
        return Optional.of(text(at, end));
    }

    private static boolean leadsToObject(Word word) {
        return switch (word.tag()) {
            case "DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD" -> true;
            default -> false;
        };
    }

    private Optional<String> number(int at) {
        var word = words.get(at);
        var before = at == 0 ? "" : words.get(at - 1).lemma();
        var money = at > 0 && words.get(at - 1).tag().equals("$");
        var counts = word.tag().equals("CD")
                && QUANTITY.matcher(word.text()).matches()
                && !word.lemma().equals("one")
                && !LABELLED.contains(before)
                && (money || !YEAR.matcher(word.text()).matches());
        if (!counts) return Optional.empty();
        var unit = at + 1 < words.size() && words.get(at + 1).isNoun();
        return Optional.of((money ? words.get(at - 1).text() : "") + text(at, unit ? at + 2 : at + 1));
    }

    private Optional<String> party(int at) {
        var word = words.get(at);
        return word.isNoun() && PARTIES.contains(word.lemma()) ? Optional.of(word.text()) : Optional.empty();
    }

    private String text(int from, int to) {
        return String.join(" ", words.subList(from, to).stream().map(Word::text).toList());
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" ", -1));
    }
}
