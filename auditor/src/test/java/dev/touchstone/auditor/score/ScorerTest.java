package dev.touchstone.auditor.score;

import static dev.touchstone.auditor.Samples.CHARTER;
import static dev.touchstone.auditor.Samples.OPENNESS;
import static dev.touchstone.auditor.Samples.SECURITY;
import static dev.touchstone.auditor.Samples.THRIFT;
import static dev.touchstone.auditor.Samples.annotated;
import static dev.touchstone.auditor.reference.About.CHOSEN;
import static dev.touchstone.auditor.reference.About.GENERAL;
import static dev.touchstone.auditor.reference.About.REJECTED;
import static dev.touchstone.auditor.reference.About.TODAY;
import static dev.touchstone.auditor.reference.Role.BEHAVIOUR;
import static dev.touchstone.auditor.reference.Role.DECLARATION;
import static dev.touchstone.auditor.reference.Role.REASON;
import static dev.touchstone.auditor.reference.Stance.COMPROMISES;
import static dev.touchstone.auditor.reference.Stance.NEUTRAL;
import static dev.touchstone.auditor.reference.Stance.UPHOLDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.Samples.Line;
import dev.touchstone.auditor.Samples.Seen;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Argued;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Doubted;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Observation;
import dev.touchstone.auditor.reference.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScorerTest {
    private static final Standing CHOSEN_PRO = new Standing("A", Standing.About.CHOSEN, Standing.Argument.PRO);
    private static final Standing CHOSEN_CON = new Standing("A", Standing.About.CHOSEN, Standing.Argument.CON);
    private static final Standing REJECTED_CON = new Standing("B", Standing.About.REJECTED, Standing.Argument.CON);
    private static final Standing REJECTED_PRO = new Standing("B", Standing.About.REJECTED, Standing.Argument.PRO);

    @Test
    void a_value_the_document_never_mentions_is_silent_not_zero() {
        var card = card(annotated("a.md", Line.of("We moved.")));
        assertThat(card.scores())
                .containsExactly(
                        new Score.Silent(OPENNESS.id()),
                        new Score.Silent(THRIFT.id()),
                        new Score.Silent(SECURITY.id()));
    }

    @Test
    void a_reason_that_the_chosen_option_serves_is_served() {
        var score = measured(SECURITY, Line.of("It encrypts.", Seen.of(SECURITY, UPHOLDS, CHOSEN, REASON)));
        assertThat(score.balance()).isEqualTo(new Balance(1, 0, 0, 0));
        assertThat(score.atWork()).isTrue();
    }

    @Test
    void a_cost_of_the_chosen_option_is_given_up() {
        var score = measured(THRIFT, Line.of("It costs more.", Seen.of(THRIFT, COMPROMISES, CHOSEN, REASON)));
        assertThat(score.balance()).isEqualTo(new Balance(0, 1, 0, 0));
    }

    @Test
    void a_leak_that_is_fixed_motivates_security_and_does_not_give_it_up() {
        var score = measured(SECURITY, Line.of("The log leaks keys.", Seen.of(SECURITY, COMPROMISES, TODAY, REASON)));
        assertThat(score.balance()).isEqualTo(new Balance(0, 0, 1, 0));
        assertThat(score.atWork()).isTrue();
    }

    @Test
    void praise_of_a_rejected_options_openness_gives_up_openness() {
        var score = measured(OPENNESS, Line.of("B is the most open.", Seen.of(OPENNESS, UPHOLDS, REJECTED, REASON)));
        assertThat(score.balance()).isEqualTo(new Balance(0, 1, 0, 0));
    }

    @Test
    void a_drawback_of_a_rejected_option_serves_the_value() {
        var labelled = Seen.of(SECURITY, UPHOLDS, REJECTED, REASON).drawback();
        assertThat(measured(SECURITY, Line.of("B would leak.", labelled)).balance())
                .isEqualTo(new Balance(1, 0, 0, 0));
        var literal = Seen.of(SECURITY, COMPROMISES, REJECTED, REASON);
        assertThat(measured(SECURITY, Line.of("B would leak.", literal)).balance())
                .isEqualTo(new Balance(1, 0, 0, 0));
    }

    @Test
    void praise_on_which_nothing_hangs_is_a_declaration_and_never_at_work() {
        var score = measured(OPENNESS, Line.of("We love openness.", Seen.of(OPENNESS, UPHOLDS, CHOSEN, DECLARATION)));
        assertThat(score.balance()).isEqualTo(new Balance(0, 0, 0, 1));
        assertThat(score.atWork()).isFalse();
    }

    @Test
    void general_talk_and_neutral_talk_have_no_effect() {
        var score = measured(
                OPENNESS,
                Line.of("Openness is a question.", Seen.of(OPENNESS, NEUTRAL, CHOSEN, REASON)),
                Line.of("Open systems tend to last.", Seen.of(OPENNESS, UPHOLDS, GENERAL, REASON)));
        assertThat(score.balance()).isEqualTo(new Balance(0, 0, 0, 0));
        assertThat(score.atWork()).isFalse();
    }

    @Test
    void a_behaviour_puts_a_value_to_work_too() {
        var score = measured(SECURITY, Line.of("Keys rotate.", Seen.of(SECURITY, UPHOLDS, CHOSEN, BEHAVIOUR)));
        assertThat(score.atWork()).isTrue();
    }

    @Test
    void a_value_named_in_repeating_text_is_one_declaration_a_document() {
        var lines = new Line[] {
            Line.of("We value openness always.", Seen.of(OPENNESS, UPHOLDS, CHOSEN, REASON)),
            Line.of("We value openness always!", Seen.of(OPENNESS, UPHOLDS, CHOSEN, REASON)),
            Line.of(
                    "Everyone can look.",
                    Seen.of(OPENNESS, UPHOLDS, CHOSEN, REASON).implicit())
        };
        var collection = List.of(annotated("a.md", lines), annotated("b.md", lines), annotated("c.md", lines));
        var boilerplate = Boilerplate.of(documents(collection));
        var scored = Scorer.score(CHARTER, collection.getFirst(), boilerplate);
        assertThat(scored.references()).singleElement().satisfies(reference -> {
            assertThat(reference.boilerplate()).isTrue();
            assertThat(reference.effect()).isEqualTo(Effect.NONE);
            assertThat(reference.judgement().role()).isEqualTo(DECLARATION);
        });
    }

    @Test
    void what_repeats_in_two_documents_only_is_no_boilerplate_and_copies_of_a_file_count_once() {
        var line = Line.of("We value openness.");
        var twoAndACopy = List.of(annotated("a.md", line), annotated("b.md", line), annotated("b.md", line));
        assertThat(Boilerplate.of(documents(twoAndACopy)).repeated()).isEmpty();
    }

    @Test
    void one_value_gives_way_to_another_in_adjacent_sentences_that_are_set_against_each_other() {
        var lost = Line.of("Few can read it.", Seen.of(OPENNESS, COMPROMISES, CHOSEN, BEHAVIOUR));
        var won = Seen.of(THRIFT, UPHOLDS, CHOSEN, REASON);
        assertThat(card(annotated("a.md", lost, Line.of("But it costs half.", won.opposing())))
                        .tradeOffs())
                .containsExactly(new TradeOff(OPENNESS.id(), THRIFT.id(), 1, 2));
        assertThat(card(annotated("a.md", lost, Line.of("It costs half.", won))).tradeOffs())
                .isEmpty();
    }

    @Test
    void what_an_option_not_taken_is_like_is_no_trade_off() {
        var card = card(annotated(
                "a.md",
                Line.of("Good, open.", Seen.of(OPENNESS, UPHOLDS, REJECTED, REASON))
                        .at(REJECTED_PRO),
                Line.of(
                                "Bad, dear.",
                                Seen.of(THRIFT, COMPROMISES, REJECTED, REASON).drawback())
                        .at(REJECTED_CON)));
        assertThat(card.tradeOffs()).isEmpty();
    }

    @Test
    void sentences_far_apart_trade_nothing_unless_they_are_con_and_pro_of_one_option() {
        var lost = Seen.of(OPENNESS, COMPROMISES, CHOSEN, REASON);
        var won = Seen.of(THRIFT, UPHOLDS, CHOSEN, REASON);
        var apart = card(annotated("a.md", Line.of("Closed.", lost), Line.of("And so."), Line.of("Cheap.", won)));
        assertThat(apart.tradeOffs()).isEmpty();
        var listed = card(annotated(
                "a.md",
                Line.of("Bad, closed.", lost).at(CHOSEN_CON),
                Line.of("And so."),
                Line.of("Good, cheap.", won).at(CHOSEN_PRO)));
        assertThat(listed.tradeOffs()).containsExactly(new TradeOff(OPENNESS.id(), THRIFT.id(), 1, 2));
    }

    @Test
    void a_doubtful_reference_is_no_side_of_a_trade_off() {
        var lost = Seen.of(OPENNESS, COMPROMISES, CHOSEN, REASON).conceding();
        var won = Seen.of(THRIFT, UPHOLDS, CHOSEN, REASON);
        assertThat(card(annotated("a.md", Line.of("Cheap although closed.", lost.doubtful(), won)))
                        .tradeOffs())
                .isEmpty();
        assertThat(card(annotated("a.md", Line.of("Cheap although closed.", lost, won.doubtful())))
                        .tradeOffs())
                .isEmpty();
    }

    @Test
    void what_a_behaviour_serves_is_no_reason_to_give_something_up() {
        var card = card(annotated(
                "a.md",
                Line.of("It is closed.", Seen.of(OPENNESS, COMPROMISES, CHOSEN, REASON)),
                Line.of("Bills are paid late.", Seen.of(THRIFT, UPHOLDS, CHOSEN, BEHAVIOUR))));
        assertThat(card.tradeOffs()).isEmpty();
    }

    @Test
    void praise_of_the_rejected_option_is_not_traded_against_praise_of_the_chosen_one() {
        var card = card(annotated(
                "a.md",
                Line.of("B is open.", Seen.of(OPENNESS, UPHOLDS, REJECTED, REASON))
                        .at(REJECTED_PRO),
                Line.of("A is cheap.", Seen.of(THRIFT, UPHOLDS, CHOSEN, REASON)).at(CHOSEN_PRO)));
        assertThat(card.tradeOffs()).isEmpty();
    }

    @Test
    void a_pair_of_values_is_traded_once_in_a_decision_by_the_closest_sentences() {
        var card = card(annotated(
                "a.md",
                Line.of("Closed.", Seen.of(OPENNESS, COMPROMISES, CHOSEN, REASON)),
                Line.of("Cheap.", Seen.of(THRIFT, UPHOLDS, CHOSEN, REASON)),
                Line.of(
                        "Cheap although closed.",
                        Seen.of(OPENNESS, COMPROMISES, CHOSEN, REASON).conceding(),
                        Seen.of(THRIFT, UPHOLDS, CHOSEN, REASON))));
        assertThat(card.tradeOffs()).containsExactly(new TradeOff(OPENNESS.id(), THRIFT.id(), 3, 4));
    }

    @Property(seed = "7", tries = 100)
    void the_order_of_observations_is_irrelevant(@ForAll long seed) {
        var document = annotated(
                "a.md",
                Line.of(
                        "Closed.",
                        Seen.of(OPENNESS, COMPROMISES, CHOSEN, REASON),
                        Seen.of(THRIFT, UPHOLDS, CHOSEN, REASON)),
                Line.of("Leaks.", Seen.of(SECURITY, COMPROMISES, TODAY, REASON)),
                Line.of("Open.", Seen.of(OPENNESS, UPHOLDS, REJECTED, REASON)));
        var shuffled = new ArrayList<Observation>(document.observations());
        Collections.shuffle(shuffled, new Random(seed));
        var other = new Annotated(
                document.document(), document.sentences(), shuffled, List.of(), List.of(), List.of(), List.of());
        assertThat(Scorer.score(CHARTER, other, Boilerplate.NONE))
                .isEqualTo(Scorer.score(CHARTER, document, Boilerplate.NONE));
    }

    @Test
    void every_quotation_equals_its_range() {
        var document = annotated("a.md", Line.of("Closed.", Seen.of(OPENNESS, COMPROMISES, CHOSEN, REASON)));
        var reference =
                Scorer.score(CHARTER, document, Boilerplate.NONE).references().getFirst();
        assertThat(reference.evidence().quote())
                .isEqualTo(reference.evidence().span().of(document.document().text()));
        assertThat(reference).extracting(Reference::number).isEqualTo(1);
    }

    @Test
    void an_argument_quotes_its_sentence_and_text_that_repeats_argues_nothing() {
        var collection = Stream.of("a.md", "b.md", "c.md")
                .map(path -> arguing(annotated(path, Line.of("State why."), Line.of("It is cheap, says " + path))))
                .toList();
        var boilerplate = Boilerplate.of(documents(collection));
        var arguments =
                Scorer.score(CHARTER, collection.getFirst(), boilerplate).arguments();
        assertThat(arguments)
                .extracting(argument -> argument.evidence().quote())
                .containsExactly("It is cheap, says a.md");
        assertThat(Scorer.score(CHARTER, collection.getFirst(), Boilerplate.NONE)
                        .arguments())
                .hasSize(2);
    }

    @Test
    void what_may_refer_to_a_value_is_kept_by_place_and_value_and_counts_in_nothing() {
        var document =
                doubting(annotated("a.md", Line.of("It is what it is."), Line.of("So be it.")), THRIFT, OPENNESS);
        var scored = Scorer.score(CHARTER, document, Boilerplate.NONE);
        assertThat(scored.doubts())
                .extracting(Doubt::value)
                .containsExactly(OPENNESS.id(), THRIFT.id(), OPENNESS.id(), THRIFT.id());
        assertThat(scored.doubts())
                .allSatisfy(doubt -> assertThat(doubt.evidence().quote())
                        .isEqualTo(
                                doubt.evidence().span().of(document.document().text())));
        assertThat(scored.references()).isEmpty();
        assertThat(scored.scorecards().getFirst().scores()).allMatch(Score.Silent.class::isInstance);
    }

    @Test
    void text_that_repeats_leaves_nothing_in_doubt() {
        var collection = Stream.of("a.md", "b.md", "c.md")
                .map(path ->
                        doubting(annotated(path, Line.of("State why."), Line.of("So be it, says " + path)), THRIFT))
                .toList();
        assertThat(Scorer.score(CHARTER, collection.getFirst(), Boilerplate.of(documents(collection)))
                        .doubts())
                .extracting(doubt -> doubt.evidence().quote())
                .containsExactly("So be it, says a.md");
    }

    /** Every sentence may refer to each of the values. */
    private static Annotated doubting(Annotated annotated, Value... values) {
        var doubted = IntStream.range(0, annotated.sentences().size())
                .boxed()
                .flatMap(sentence ->
                        Stream.of(values).map(value -> new Doubted(sentence, value.id(), new Confidence(300))))
                .toList();
        return new Annotated(
                annotated.document(),
                annotated.sentences(),
                annotated.observations(),
                doubted.reversed(),
                annotated.argued(),
                annotated.embeddings(),
                annotated.limits());
    }

    /** Every sentence argues with cost. */
    private static Annotated arguing(Annotated annotated) {
        var argued = IntStream.range(0, annotated.sentences().size())
                .mapToObj(sentence -> new Argued(sentence, "resource-cost", new Confidence(700)))
                .toList();
        return new Annotated(
                annotated.document(),
                annotated.sentences(),
                annotated.observations(),
                annotated.doubted(),
                argued,
                annotated.embeddings(),
                annotated.limits());
    }

    private static List<Document> documents(List<Annotated> collection) {
        return collection.stream().map(Annotated::document).toList();
    }

    private static Scorecard card(Annotated annotated) {
        return Scorer.score(CHARTER, annotated, Boilerplate.NONE).scorecards().getFirst();
    }

    private static Score.Measured measured(Value value, Line... lines) {
        return card(annotated("a.md", lines)).scores().stream()
                .filter(score -> score.value().equals(value.id()))
                .map(Score.Measured.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
