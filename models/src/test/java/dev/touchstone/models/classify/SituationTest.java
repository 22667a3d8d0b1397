package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.decision.Standing.Argument;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.models.classify.Recogniser.Bearing;
import dev.touchstone.models.classify.Recogniser.Roles;
import dev.touchstone.models.corenlp.CoreNlpSentences;
import dev.touchstone.models.corenlp.SentenceReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SituationTest {
    private static final SentenceReader READER = new CoreNlpSentences();

    @Test
    void a_leak_of_today_motivates() {
        assertThat(effect(section(Section.Kind.CONTEXT), Stance.COMPROMISES, "The log leaks credentials."))
                .isEqualTo(Effect.MOTIVATES);
    }

    @Test
    void a_leak_that_the_decision_brings_is_given_up() {
        assertThat(effect(section(Section.Kind.CONSEQUENCES), Stance.COMPROMISES, "The log leaks host names."))
                .isEqualTo(Effect.GIVEN_UP);
    }

    @Test
    void what_the_decision_protects_is_served() {
        assertThat(effect(section(Section.Kind.DECISION), Stance.UPHOLDS, "The log no longer leaks credentials."))
                .isEqualTo(Effect.SERVED);
    }

    @Test
    void praise_of_a_rejected_option_gives_the_value_up() {
        assertThat(effect(
                        option(Standing.About.REJECTED, Argument.PRO),
                        Stance.UPHOLDS,
                        "Good, because anyone can read it."))
                .isEqualTo(Effect.GIVEN_UP);
        assertThat(effect(option(Standing.About.REJECTED, Argument.NONE), Stance.UPHOLDS, "It was the most open one."))
                .isEqualTo(Effect.GIVEN_UP);
    }

    @Test
    void a_rejected_options_drawback_serves_the_value_whichever_stance_it_was_given() {
        var con = option(Standing.About.REJECTED, Argument.CON);
        assertThat(effect(con, Stance.UPHOLDS, "Bad, because names would leak."))
                .isEqualTo(Effect.SERVED);
        assertThat(effect(con, Stance.COMPROMISES, "Bad, because names would leak."))
                .isEqualTo(Effect.SERVED);
    }

    @Test
    void a_con_of_the_chosen_option_gives_the_value_up_whatever_its_words_suggest() {
        assertThat(effect(
                        option(Standing.About.CHOSEN, Argument.CON),
                        Stance.UPHOLDS,
                        "Bad, because existing clients must be rebuilt."))
                .isEqualTo(Effect.GIVEN_UP);
    }

    @Test
    void what_eases_a_con_of_the_chosen_option_is_served() {
        assertThat(effect(
                        option(Standing.About.CHOSEN, Argument.CON),
                        Stance.UPHOLDS,
                        "We should sign each release in the pipeline to ensure that nobody tampers with it."))
                .isEqualTo(Effect.SERVED);
    }

    @Test
    void what_the_context_asks_for_is_served_by_the_choice() {
        var context = new Situation(
                new Standing("", Standing.About.TODAY, Argument.NONE),
                Section.Kind.CONTEXT,
                HeadingKind.CONTEXT,
                Status.Normal.ACCEPTED,
                true);
        assertThat(effect(context, Stance.UPHOLDS, "Anyone must be able to read the minutes."))
                .isEqualTo(Effect.SERVED);
        assertThat(effect(context, Stance.UPHOLDS, "Today anyone is able to read the minutes."))
                .isEqualTo(Effect.NONE);
    }

    @Test
    void a_declaration_does_nothing() {
        var judgement = section(Section.Kind.OTHER)
                .judge(bearing(Stance.UPHOLDS, Role.DECLARATION, "We care deeply about openness."));
        assertThat(judgement.about()).isEqualTo(About.GENERAL);
        assertThat(Effect.of(judgement)).isEqualTo(Effect.NONE);
    }

    @Test
    void what_argues_for_or_against_an_option_or_decides_is_no_declaration_however_it_sounds() {
        var praise = bearing(Stance.UPHOLDS, Role.DECLARATION, "Good, because we care deeply about openness.");
        assertThat(option(Standing.About.CHOSEN, Argument.PRO).judge(praise).role())
                .isEqualTo(Role.REASON);
        assertThat(section(Section.Kind.DRIVERS).judge(praise).role()).isEqualTo(Role.REASON);
        assertThat(section(Section.Kind.DECISION).judge(praise).role()).isEqualTo(Role.REASON);
        assertThat(section(Section.Kind.OTHER).judge(praise).role()).isEqualTo(Role.DECLARATION);
    }

    @Test
    void what_weighs_one_thing_against_another_is_no_declaration() {
        var rejected = bearing(
                Stance.UPHOLDS,
                Role.DECLARATION,
                "We rejected the wholesaler: it is cheaper, but the farm next door would close.");
        assertThat(section(Section.Kind.DECISION).judge(rejected).role()).isEqualTo(Role.REASON);
    }

    @Test
    void what_goes_against_a_value_declares_nothing() {
        var leak = bearing(Stance.COMPROMISES, Role.DECLARATION, "The log leaks credentials.");
        assertThat(section(Section.Kind.CONTEXT).judge(leak).role()).isEqualTo(Role.REASON);
    }

    @Test
    void words_of_today_outrank_the_section() {
        assertThat(effect(section(Section.Kind.DECISION), Stance.COMPROMISES, "Currently the log leaks credentials."))
                .isEqualTo(Effect.MOTIVATES);
    }

    @Test
    void what_a_rejected_record_proposes_was_not_chosen() {
        var rejected = new Situation(
                Standing.UNKNOWN, Section.Kind.DECISION, HeadingKind.DECISION, Status.Normal.REJECTED, true);
        assertThat(effect(rejected, Stance.UPHOLDS, "All minutes become public."))
                .isEqualTo(Effect.GIVEN_UP);
    }

    @Test
    void what_is_said_where_nothing_is_decided_serves_nothing() {
        var talk = new Situation(Standing.UNKNOWN, Section.Kind.OTHER, HeadingKind.MINUTES, Status.Normal.OTHER, false);
        assertThat(effect(talk, Stance.UPHOLDS, "All minutes become public.")).isEqualTo(Effect.NONE);
        assertThat(effect(talk, Stance.COMPROMISES, "Currently the log leaks credentials."))
                .isEqualTo(Effect.MOTIVATES);
    }

    private static Situation section(Section.Kind kind) {
        return new Situation(Standing.UNKNOWN, kind, HeadingKind.OTHER, Status.Normal.ACCEPTED, true);
    }

    private static Situation option(Standing.About about, Argument argument) {
        return new Situation(
                new Standing("Option B", about, argument),
                Section.Kind.OPTIONS,
                HeadingKind.OPTIONS,
                Status.Normal.ACCEPTED,
                true);
    }

    private static Effect effect(Situation situation, Stance stance, String sentence) {
        return Effect.of(situation.judge(bearing(stance, Role.REASON, sentence)));
    }

    private static Bearing bearing(Stance stance, Role role, String sentence) {
        return new Bearing(stance, roles(role), true, Cues.of(READER.words(sentence), List.of()));
    }

    private static Roles roles(Role likeliest) {
        return switch (likeliest) {
            case REASON -> new Roles(0.9, 0.1, false);
            case BEHAVIOUR -> new Roles(0.1, 0.9, false);
            case DECLARATION -> new Roles(0.2, 0.1, true);
        };
    }
}
