package dev.touchstone.auditor.change;

import static dev.touchstone.auditor.Samples.CHARTER;
import static dev.touchstone.auditor.Samples.OPENNESS;
import static dev.touchstone.auditor.Samples.SECURITY;
import static dev.touchstone.auditor.Samples.THRIFT;
import static dev.touchstone.auditor.Samples.annotated;
import static dev.touchstone.auditor.reference.About.CHOSEN;
import static dev.touchstone.auditor.reference.Role.REASON;
import static dev.touchstone.auditor.reference.Stance.COMPROMISES;
import static dev.touchstone.auditor.reference.Stance.UPHOLDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.Samples.Line;
import dev.touchstone.auditor.Samples.Seen;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Balance;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.auditor.score.Scored;
import dev.touchstone.auditor.score.Scorer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Seen OPEN = Seen.of(OPENNESS, UPHOLDS, CHOSEN, REASON);
    private static final Seen CHEAP = Seen.of(THRIFT, UPHOLDS, CHOSEN, REASON);
    private static final Seen DEAR = Seen.of(THRIFT, COMPROMISES, CHOSEN, REASON);

    @Test
    void each_value_tells_which_references_went_came_and_stayed() {
        var before = scored(Line.of("We log every failure.", OPEN), Line.of("It is cheap.", CHEAP));
        var after = scored(
                Line.of("It costs a licence.", DEAR), Line.of("Nothing."), Line.of("We log every failure.", OPEN));

        var changes = Changes.between(CHARTER, before, after);

        assertThat(changes).extracting(Change::value).containsExactly(OPENNESS.id(), THRIFT.id(), SECURITY.id());
        assertThat(changes.getFirst().came()).isEmpty();
        assertThat(changes.getFirst().gone()).isEmpty();
        assertThat(changes.getFirst().stayed())
                .containsExactly(new Change.Stayed(
                        before.references().getFirst(), after.references().getLast()));
        assertThat(quotes(changes.get(1).gone())).containsExactly("It is cheap.");
        assertThat(quotes(changes.get(1).came())).containsExactly("It costs a licence.");
        assertThat(balance(changes.get(1).before())).isEqualTo(new Balance(1, 0, 0, 0));
        assertThat(balance(changes.get(1).after())).isEqualTo(new Balance(0, 1, 0, 0));
        assertThat(changes.getLast().isSilent()).isTrue();
        assertThat(changes.getLast().after()).isEqualTo(new Score.Silent(SECURITY.id()));
    }

    @Test
    void an_edit_of_punctuation_emphasis_or_line_breaks_is_no_other_reference() {
        var change = openness(
                scored(Line.of("We log every failure.", OPEN)), scored(Line.of("We **log**\nevery failure!", OPEN)));

        assertThat(quotes(change.came())).isEmpty();
        assertThat(change.stayed()).hasSize(1);
    }

    @Test
    void what_stood_twice_and_stands_once_has_gone_once() {
        var line = Line.of("We log every failure.", OPEN);

        var change = openness(scored(line, line), scored(line));

        assertThat(change.stayed()).hasSize(1);
        assertThat(change.gone()).extracting(Reference::number).containsExactly(2);
    }

    @Test
    void the_same_words_may_be_judged_otherwise_where_they_stand_now() {
        var change = Changes.between(
                        CHARTER,
                        scored(Line.of("It has its price.", CHEAP)),
                        scored(Line.of("It has its price.", DEAR)))
                .get(1);

        assertThat(change.stayed()).singleElement().matches(stayed -> !stayed.isJudgedAlike());
    }

    @Test
    void two_versions_with_the_same_words_differ_in_nothing() {
        var lines = new Line[] {Line.of("We log every failure.", OPEN), Line.of("It is cheap.", CHEAP)};

        assertThat(Changes.between(CHARTER, scored(lines), scored(lines)))
                .allMatch(change -> change.came().isEmpty() && change.gone().isEmpty())
                .allMatch(change -> change.before().equals(change.after()));
    }

    private static Change openness(Scored before, Scored after) {
        return Changes.between(CHARTER, before, after).getFirst();
    }

    private static Scored scored(Line... lines) {
        return Scorer.score(CHARTER, annotated("a.md", lines), Boilerplate.NONE);
    }

    private static List<String> quotes(List<Reference> references) {
        return references.stream()
                .map(reference -> reference.evidence().quote())
                .toList();
    }

    private static Balance balance(Score score) {
        return ((Score.Measured) score).balance();
    }
}
