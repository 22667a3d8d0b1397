package dev.touchstone.auditor.measure;

import static dev.touchstone.auditor.Samples.CHARTER;
import static dev.touchstone.auditor.Samples.OPENNESS;
import static dev.touchstone.auditor.Samples.SECURITY;
import static dev.touchstone.auditor.Samples.THRIFT;
import static dev.touchstone.auditor.Samples.annotated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.auditor.Samples.Line;
import dev.touchstone.auditor.Samples.Seen;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Extent;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.measure.Place.Bearing;
import dev.touchstone.auditor.measure.Place.Mention;
import dev.touchstone.auditor.measure.Place.TradeOff;
import dev.touchstone.auditor.measure.Place.Whole;
import dev.touchstone.auditor.measure.Quality.Figure;
import dev.touchstone.auditor.measure.Quality.Gone;
import dev.touchstone.auditor.measure.Quality.Part;
import dev.touchstone.auditor.measure.Quality.Question;
import dev.touchstone.auditor.measure.Verdict.Presence;
import dev.touchstone.auditor.measure.Verdict.Sides;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.score.Scorer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasuringTest {
    private static final String COST = "It costs a day.";
    private static final String LOCK = "But it keeps the door locked.";
    private static final String TALK = "We praise openness.";

    private static final Span COST_AT = new Span(0, COST.length());
    private static final Span LOCK_AT = new Span(COST.length() + 2, COST.length() + 2 + LOCK.length());
    private static final Span NOWHERE = new Span(1, 2);

    private static final Paper LOOKED_AT = new Paper("alder", "a.md", "0".repeat(63) + "1");
    private static final Paper HELD_BACK = new Paper("alder", "b.md", "0".repeat(63) + "2");

    /** Thrift is given up for security; openness is praised. */
    private static final Audited AUDITED = audited(
            Line.of(COST, Seen.of(THRIFT, Stance.COMPROMISES, About.CHOSEN, Role.REASON)),
            Line.of(
                    LOCK,
                    Seen.of(SECURITY, Stance.UPHOLDS, About.CHOSEN, Role.REASON).opposing()),
            Line.of(TALK, Seen.of(OPENNESS, Stance.UPHOLDS, About.GENERAL, Role.DECLARATION)));

    @Test
    void a_trade_off_that_is_reported_is_right_when_a_person_saw_one() {
        var quality = quality(tradeOff(LOOKED_AT, true), tradeOff(HELD_BACK, false));

        assertThat(figure(quality.all(), Question.TRADE_OFF).share()).isEqualTo(.5);
        assertThat(figure(quality.lookedAt(), Question.TRADE_OFF).share()).isEqualTo(1);
        assertThat(figure(quality.heldBack(), Question.TRADE_OFF).share()).isZero();
    }

    @Test
    void what_is_no_longer_reported_is_counted_and_not_scored() {
        var quality = quality(
                new TradeOff(LOOKED_AT, SECURITY.id(), THRIFT.id(), LOCK_AT, COST_AT, true),
                new TradeOff(LOOKED_AT, THRIFT.id(), SECURITY.id(), NOWHERE, LOCK_AT, false),
                new Mention(LOOKED_AT, OPENNESS.id(), NOWHERE, Optional.empty()));

        assertThat(quality.all().gone()).isEqualTo(new Gone(1, 1, 0, 1));
        assertThat(quality.all().figures()).isEmpty();
    }

    @Test
    void about_and_effect_are_asked_of_what_is_a_reference_only() {
        var quality = quality(
                new Mention(LOOKED_AT, THRIFT.id(), COST_AT, bearing(About.CHOSEN, Effect.GIVEN_UP)),
                new Mention(LOOKED_AT, SECURITY.id(), LOCK_AT, bearing(About.TODAY, Effect.SERVED)),
                new Mention(HELD_BACK, SECURITY.id(), LOCK_AT, Optional.empty()));

        var all = quality.all();
        assertThat(figure(all, Question.REFERENCE).right()).isEqualTo(2);
        assertThat(figure(all, Question.REFERENCE).of()).isEqualTo(3);
        assertThat(figure(all, Question.ABOUT).share()).isEqualTo(.5);
        assertThat(figure(all, Question.EFFECT).share()).isEqualTo(1);
    }

    @Test
    void sides_are_asked_of_values_that_a_person_found_at_work() {
        var quality = quality(
                whole(THRIFT, Presence.AT_WORK, Sides.GIVEN_UP),
                whole(SECURITY, Presence.AT_WORK, Sides.BOTH),
                whole(OPENNESS, Presence.SILENT, Sides.NONE));

        var all = quality.all();
        assertThat(figure(all, Question.PRESENCE).right()).isEqualTo(2);
        assertThat(figure(all, Question.PRESENCE).of()).isEqualTo(3);
        assertThat(figure(all, Question.SIDES).share()).isEqualTo(.5);
    }

    @Test
    void praise_alone_is_a_mention() {
        assertThat(Verdict.of(AUDITED, OPENNESS.id())).isEqualTo(new Verdict(Presence.MENTIONED, Sides.NONE));
    }

    @Test
    void the_interval_is_by_document_and_the_same_in_every_run() {
        var places = new Place[] {tradeOff(LOOKED_AT, true), tradeOff(LOOKED_AT, true), tradeOff(HELD_BACK, false)};

        var figure = figure(quality(places).all(), Question.TRADE_OFF);

        assertThat(figure.interval()).isEqualTo(new Bootstrap(0, 1));
        assertThat(quality(places)).isEqualTo(quality(places));
    }

    @Test
    void a_document_without_a_proper_hash_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Paper("alder", "a.md", "ABC"))
                .withMessageContaining("'ABC'");
    }

    private static Figure figure(Part part, Question question) {
        return Optional.ofNullable(part.figures().get(question)).orElseThrow();
    }

    private static Quality quality(Place... places) {
        return Measuring.quality(List.of(places), Map.of(LOOKED_AT, AUDITED, HELD_BACK, AUDITED), 1);
    }

    private static Place tradeOff(Paper paper, boolean real) {
        return new TradeOff(paper, THRIFT.id(), SECURITY.id(), COST_AT, LOCK_AT, real);
    }

    private static Optional<Bearing> bearing(About about, Effect effect) {
        return Optional.of(new Bearing(about, effect));
    }

    private static Place whole(Value value, Presence presence, Sides sides) {
        return new Whole(LOOKED_AT, value.id(), new Verdict(presence, sides));
    }

    private static Audited audited(Line... lines) {
        var annotated = annotated("a.md", lines);
        var document = annotated.document();
        var scored = Scorer.score(CHARTER, annotated, Boilerplate.of(List.of(document)));
        return new Audited(
                document.metadata(),
                document.recognition(),
                new Extent("text/markdown", "en", true, lines.length, 10),
                scored,
                List.of());
    }
}
