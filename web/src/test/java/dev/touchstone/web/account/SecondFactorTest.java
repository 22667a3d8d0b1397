package dev.touchstone.web.account;

import static dev.touchstone.web.account.TestingAccounts.PASSWORD;
import static dev.touchstone.web.account.TestingAccounts.SOMEWHERE;
import static dev.touchstone.web.account.TestingAccounts.bearer;
import static dev.touchstone.web.account.TestingAccounts.cookie;
import static dev.touchstone.web.account.TestingAccounts.session;
import static dev.touchstone.web.account.TestingAccounts.vouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.Admission.Admitted;
import dev.touchstone.web.access.Claims;
import dev.touchstone.web.access.Deed;
import dev.touchstone.web.access.Scope;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.access.Visitor;
import dev.touchstone.web.account.SignIn.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second step in, on a clock that stands still. */
class SecondFactorTest {
    @TempDir
    private Path folder;

    private TestingAccounts testing;

    @BeforeEach
    void open() {
        testing = new TestingAccounts(folder, AccessSettings.LOCAL.requiring(Set.of(Role.ADMIN)));
        testing.add("mara", Role.AUDITOR);
        testing.add("ada", Role.ADMIN);
    }

    @AfterEach
    void close() {
        testing.close();
    }

    private User user(String name) {
        return testing.accounts().administration().user(name);
    }

    private OwnFactor factor() {
        return testing.accounts().factor();
    }

    private boolean isIn(Secret session) {
        return testing.accounts().doorkeeper().admit(cookie(session)) instanceof Admitted;
    }

    private Secret step() {
        if (testing.enter("mara", PASSWORD) instanceof Outcome.CodeNeeded(var step)) return step;
        throw new AssertionError("no code was asked for");
    }

    private Outcome code(Secret step, String code) {
        return code(step, code, SOMEWHERE);
    }

    private Outcome code(Secret step, String code, Caller from) {
        return testing.accounts().signIn().code(step, code, Optional.empty(), from);
    }

    private String now(Totp totp) {
        return totp.code(testing.clock().instant());
    }

    @Test
    void the_password_alone_lets_nobody_in_and_with_the_code_there_is_a_session() {
        var totp = testing.factor("mara");
        var before = testing.log().size();
        var step = step();
        assertThat(testing.log()).hasSize(before);

        var session = session(code(step, now(totp)));

        assertThat(isIn(session)).isTrue();
        assertThat(isIn(step)).isFalse();
        assertThat(testing.log().getLast()).isEqualTo("mara session.opened mara");
    }

    @Test
    void a_code_is_good_once_and_those_before_it_are_good_no_longer() {
        var totp = testing.factor("mara");
        var earlier = now(totp);
        testing.clock().pass(Duration.ofSeconds(30));
        var code = now(totp);
        assertThat(code(step(), code)).isInstanceOf(Outcome.Entered.class);
        assertThat(code(step(), code)).isEqualTo(new Outcome.CodeRefused());
        assertThat(code(step(), earlier)).isEqualTo(new Outcome.CodeRefused());
        testing.clock().pass(Duration.ofSeconds(30));
        assertThat(code(step(), now(totp))).isInstanceOf(Outcome.Entered.class);
    }

    @Test
    void the_code_that_switched_it_on_signs_nobody_in() {
        var totp = factor().begin(user("mara"));
        factor().confirm(user("mara"), now(totp), SOMEWHERE);
        assertThat(code(step(), now(totp))).isEqualTo(new Outcome.CodeRefused());
    }

    @Test
    void a_clock_may_be_thirty_seconds_away_and_not_a_minute() {
        var totp = testing.factor("mara");
        var late = now(totp);
        testing.clock().pass(Duration.ofMinutes(1));
        assertThat(code(step(), late)).isEqualTo(new Outcome.CodeRefused());
        var early = totp.code(testing.clock().instant().plusSeconds(60));
        assertThat(code(step(), early)).isEqualTo(new Outcome.CodeRefused());
        testing.clock().pass(Duration.ofSeconds(30));
        assertThat(code(step(), early)).isInstanceOf(Outcome.Entered.class);
    }

    @Test
    void the_second_step_follows_within_five_minutes_and_once() {
        var totp = testing.factor("mara");
        var late = step();
        testing.clock().pass(Duration.ofMinutes(5));
        assertThat(code(late, now(totp))).isEqualTo(new Outcome.Refused());
        var step = step();
        assertThat(code(step, now(totp))).isInstanceOf(Outcome.Entered.class);
        testing.clock().pass(Duration.ofSeconds(60));
        assertThat(code(step, now(totp))).isEqualTo(new Outcome.Refused());
        assertThat(code(Secret.random(new SecureRandom()), now(totp))).isEqualTo(new Outcome.Refused());
    }

    @Test
    void a_step_is_worth_nothing_when_its_user_was_changed_in_the_meantime() {
        var totp = testing.factor("mara");
        var step = step();
        testing.accounts().administration().password(user("mara"), "another boat with oars", SOMEWHERE);
        assertThat(code(step, now(totp))).isEqualTo(new Outcome.CodeRefused());
        testing.clock().pass(Duration.ofMinutes(1));
        assertThat(testing.enter("mara", "another boat with oars")).isInstanceOf(Outcome.CodeNeeded.class);
        testing.accounts().administration().disable(user("mara"), SOMEWHERE);
        assertThat(testing.enter("mara", "another boat with oars")).isEqualTo(new Outcome.Refused());
    }

    @Test
    void a_link_for_a_password_is_no_second_step_and_a_second_step_no_link() {
        var totp = testing.factor("mara");
        var administration = testing.accounts().administration();
        assertThat(code(administration.passwordLink(user("mara"), SOMEWHERE), now(totp)))
                .isEqualTo(new Outcome.Refused());
        var step = step();
        assertThatThrownBy(() -> administration.choosePassword(step, PASSWORD, SOMEWHERE))
                .isInstanceOf(Gone.class);
    }

    @Test
    void wrong_codes_count_with_wrong_passwords_and_a_right_password_takes_nothing_back() {
        testing.factor("mara");
        var refused = 0;
        for (var tries = 0; tries < 40; tries++) {
            testing.clock().pass(Duration.ofSeconds(6));
            if (testing.enter("mara", PASSWORD) instanceof Outcome.CodeNeeded(var step)
                    && code(step, "000000") instanceof Outcome.CodeRefused) refused++;
        }
        assertThat(refused).isEqualTo(10);
        assertThat(testing.accounts().administration().stopped())
                .containsExactly("mara from 192.0.2.7", "mara from any address");
        assertThat(testing.log()).contains("nobody sign_in.failed mara", "nobody sign_in.stopped mara");
    }

    @Test
    void who_guesses_codes_from_many_addresses_gets_no_more_than_ten_and_passwords_are_still_taken() {
        var totp = testing.factor("mara");
        var refused = 0;
        for (var number = 0; number < 200; number++) {
            testing.clock().pass(Duration.ofSeconds(1));
            var from = new Caller(SignIn.NOBODY, "198.51.100." + number, "r2");
            if (testing.accounts().signIn().enter("mara", PASSWORD, Optional.empty(), from)
                            instanceof Outcome.CodeNeeded(var step)
                    && code(step, "000000", from) instanceof Outcome.CodeRefused) refused++;
        }
        assertThat(refused).isEqualTo(10);
        assertThat(testing.accounts().administration().stopped()).containsExactly("mara from any address");
        assertThat(code(step(), now(totp))).isInstanceOf(Outcome.TooOften.class);
        testing.clock().pass(Duration.ofMinutes(15));
        assertThat(code(step(), now(totp))).isInstanceOf(Outcome.Entered.class);
    }

    @Test
    void whoever_does_not_know_the_password_stops_nobody_at_the_second_step() {
        var totp = testing.factor("mara");
        for (var number = 0; number < 50; number++) {
            var from = new Caller(SignIn.NOBODY, "198.51.100." + number, "r2");
            testing.accounts().signIn().enter("mara", "four oars one goat", Optional.empty(), from);
        }
        assertThat(code(step(), now(totp))).isInstanceOf(Outcome.Entered.class);
    }

    @Test
    void a_recovery_code_stands_in_once_however_it_is_written() {
        var totp = factor().begin(user("mara"));
        var codes = factor().confirm(user("mara"), now(totp), SOMEWHERE).recoveryCodes();
        assertThat(codes).hasSize(10);
        var first = codes.getFirst();
        assertThat(code(step(), " " + first.toLowerCase(java.util.Locale.ROOT).replace("-", "")))
                .isInstanceOf(Outcome.Entered.class);
        assertThat(code(step(), first)).isEqualTo(new Outcome.CodeRefused());
        assertThat(code(step(), codes.getLast())).isInstanceOf(Outcome.Entered.class);
        assertThat(factor().recoveryCodes(user("mara"))).isEqualTo(8);
        assertThat(testing.log()).contains("mara second_factor.recovery_code_used mara");
    }

    @Test
    void it_is_switched_on_by_a_code_and_then_other_sessions_end() {
        var other = testing.session("mara");
        var totp = factor().begin(user("mara"));
        assertThatThrownBy(() -> factor().confirm(user("mara"), "000000", SOMEWHERE))
                .hasMessageContaining("the code is not that of this secret");
        assertThat(user("mara").secondFactor()).isEmpty();
        assertThat(isIn(other)).isTrue();

        var on = factor().confirm(user("mara"), now(totp), SOMEWHERE);

        assertThat(isIn(other)).isFalse();
        assertThat(isIn(on.session())).isTrue();
        assertThat(testing.log()).contains("nobody second_factor.switched_on mara");
        assertThatThrownBy(() -> factor().begin(user("mara"))).hasMessageContaining("is on already");
    }

    @Test
    void a_secret_waits_half_an_hour_to_be_confirmed_and_ends_with_the_next_one() {
        var mara = user("mara");
        assertThatThrownBy(() -> factor().confirm(mara, "000000", SOMEWHERE)).hasMessageContaining("begin");
        var earlier = factor().begin(mara);
        var totp = factor().begin(mara);
        assertThatThrownBy(() -> factor().confirm(mara, now(earlier), SOMEWHERE))
                .isInstanceOf(BadInput.class);
        testing.clock().pass(Duration.ofMinutes(30));
        assertThatThrownBy(() -> factor().confirm(mara, now(totp), SOMEWHERE)).hasMessageContaining("begin");
    }

    @Test
    void it_is_switched_off_by_password_and_code_together_and_then_other_sessions_end() {
        var totp = testing.factor("mara");
        var other = session(code(step(), now(totp)));
        testing.clock().pass(Duration.ofMinutes(1));
        var mara = user("mara");
        assertThatThrownBy(() -> factor().switchOff(mara, "four oars one goat", now(totp), SOMEWHERE))
                .hasMessageContaining("password or code is not right");
        assertThatThrownBy(() -> factor().switchOff(mara, PASSWORD, "000000", SOMEWHERE))
                .hasMessageContaining("password or code is not right");

        var session = factor().switchOff(mara, PASSWORD, now(totp), SOMEWHERE);

        assertThat(isIn(other)).isFalse();
        assertThat(isIn(session)).isTrue();
        assertThat(testing.enter("mara", PASSWORD)).isInstanceOf(Outcome.Entered.class);
        assertThat(testing.log()).contains("nobody second_factor.failed mara", "nobody second_factor.taken_away mara");
        assertThatThrownBy(() -> factor().switchOff(user("mara"), PASSWORD, "000000", SOMEWHERE))
                .hasMessageContaining("no second factor");
    }

    @Test
    void whoever_guesses_to_switch_it_off_has_to_wait() {
        testing.factor("mara");
        for (var tries = 0; tries < 3; tries++)
            assertThatThrownBy(() -> factor().switchOff(user("mara"), PASSWORD, "000000", SOMEWHERE))
                    .hasMessageContaining("not right");
        assertThatThrownBy(() -> factor().switchOff(user("mara"), PASSWORD, "000000", SOMEWHERE))
                .hasMessageContaining("wait 1 second");
    }

    @Test
    void an_administrator_takes_it_away_and_the_sessions_with_it() {
        var totp = testing.factor("mara");
        var session = session(code(step(), now(totp)));
        var administration = testing.accounts().administration();
        administration.removeSecondFactor(user("mara"), new Caller("ada", "192.0.2.7", "r3"));
        assertThat(isIn(session)).isFalse();
        assertThat(testing.log()).contains("ada second_factor.taken_away mara");
        assertThat(testing.enter("mara", PASSWORD)).isInstanceOf(Outcome.Entered.class);
        assertThatThrownBy(() -> administration.removeSecondFactor(user("mara"), SOMEWHERE))
                .hasMessage("mara has no second factor");
    }

    @Test
    void who_must_have_one_and_has_not_can_set_it_up_and_do_nothing_else() {
        var visitor = visitor(cookie(testing.session("ada")));
        for (var deed : Deed.values())
            assertThat(visitor.may(deed)).as(deed.name()).isEqualTo(deed.isOpen() || deed == Deed.SECOND_FACTOR);
        assertThat(visitor.session()).isPresent();

        var ada = user("ada");
        var on = factor().confirm(ada, now(factor().begin(ada)), SOMEWHERE);
        assertThat(visitor(cookie(on.session())).may(Deed.ADMINISTER)).isTrue();
        assertThat(visitor(cookie(testing.session("mara"))).may(Deed.READ)).isTrue();
    }

    /** What signs in a program has no device, and a proxy asks in its own way. */
    @Test
    void neither_tokens_nor_a_proxy_that_vouches_are_asked_for_it() {
        var token = testing.accounts()
                .own()
                .issue(user("ada"), "nightly", Set.of(Scope.ADMIN), Duration.ofDays(1), SOMEWHERE)
                .secret();
        assertThat(visitor(bearer(token)).may(Deed.ADMINISTER)).isTrue();
        assertThat(visitor(vouched("ada")).may(Deed.ADMINISTER)).isTrue();
    }

    private Visitor visitor(Claims claims) {
        if (testing.accounts().doorkeeper().admit(claims) instanceof Admitted(var visitor)) return visitor;
        throw new AssertionError("nobody was admitted");
    }

    @Test
    void who_has_no_password_here_can_have_no_second_factor_here() {
        var vera = testing.accounts().administration().add("vera", "", Role.READER, Optional.empty(), SOMEWHERE);
        assertThatThrownBy(() -> factor().begin(vera)).hasMessageContaining("no password here");
    }

    @Test
    void of_recovery_codes_only_hashes_are_kept_and_a_secret_that_was_taken_away_is_not_in_the_log()
            throws IOException {
        var totp = factor().begin(user("mara"));
        var codes = factor().confirm(user("mara"), now(totp), SOMEWHERE).recoveryCodes();
        code(step(), codes.getFirst());
        var details = testing.ledger()
                .read(transaction -> transaction.log().after(0, 1000))
                .toString();
        testing.close();

        var kept = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) kept.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertThat(kept).contains(totp.secret());
        assertThat(details).doesNotContain(totp.secret());
        for (var code : codes) {
            assertThat(kept).doesNotContain(code, code.replace("-", ""));
            assertThat(details).doesNotContain(code, code.replace("-", ""));
        }
        testing = new TestingAccounts(folder, AccessSettings.LOCAL);
    }
}
