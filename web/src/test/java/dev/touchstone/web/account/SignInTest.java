package dev.touchstone.web.account;

import static dev.touchstone.web.account.TestingAccounts.PASSWORD;
import static dev.touchstone.web.account.TestingAccounts.SOMEWHERE;
import static dev.touchstone.web.account.TestingAccounts.cookie;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.Admission.Admitted;
import dev.touchstone.web.access.Admission.Nobody;
import dev.touchstone.web.access.Scope;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.account.SignIn.Outcome;
import dev.touchstone.web.app.Bounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    @TempDir
    private Path folder;

    private TestingAccounts testing;

    @BeforeEach
    void open() {
        testing = new TestingAccounts(folder, AccessSettings.LOCAL);
        testing.add("mara", Role.AUDITOR);
        testing.add("ada", Role.ADMIN);
    }

    @AfterEach
    void close() {
        testing.close();
    }

    private boolean isIn(Secret session) {
        return testing.accounts().doorkeeper().admit(cookie(session)) instanceof Admitted;
    }

    @Test
    void whoever_knows_the_password_is_let_in_however_the_name_is_written() {
        assertThat(isIn(TestingAccounts.session(testing.enter(" MARA ", PASSWORD))))
                .isTrue();
    }

    @Test
    void a_wrong_password_an_unknown_name_and_a_disabled_account_are_told_alike() {
        testing.accounts()
                .administration()
                .disable(testing.accounts().administration().user("mara"), SOMEWHERE);

        assertThat(testing.enter("ada", "four oars one goat")).isEqualTo(new Outcome.Refused());
        assertThat(testing.enter("nobody.here", PASSWORD)).isEqualTo(new Outcome.Refused());
        assertThat(testing.enter("mara", PASSWORD)).isEqualTo(new Outcome.Refused());
    }

    @Test
    void a_refusal_computes_one_hash_whatever_the_reason() {
        var administration = testing.accounts().administration();
        administration.add("vera", "Vera", Role.READER, Optional.empty(), Caller.PROGRAM);
        administration.add("dora", "Dora", Role.READER, Optional.of(PASSWORD), Caller.PROGRAM);
        administration.disable(administration.user("dora"), SOMEWHERE);
        var encoder = new TestingEncoder();
        try (var counted = counted(encoder)) {
            var before = encoder.computed();
            for (var name : List.of("mara", "nobody.here", "vera", "dora", "")) {
                assertThat(counted.signIn().enter(name, "four oars one goat", Optional.empty(), SOMEWHERE))
                        .isEqualTo(new Outcome.Refused());
                assertThat(encoder.computed() - before).as(name).isEqualTo(1);
                before = encoder.computed();
            }
        }
    }

    @Test
    void however_many_sign_in_at_once_two_hashes_are_computed_at_a_time() throws Exception {
        var encoder = new TestingEncoder();
        try (var counted = counted(encoder);
                var browsers = Executors.newFixedThreadPool(50)) {
            var together = new CyclicBarrier(50);
            var tries = IntStream.range(0, 50)
                    .mapToObj(number -> browsers.submit(() -> {
                        together.await();
                        var from = new Caller(SignIn.NOBODY, "192.0.2." + number, "r" + number);
                        return counted.signIn().enter("mara", PASSWORD, Optional.empty(), from);
                    }))
                    .toList();
            for (var one : tries) assertThat(one.get()).isEqualTo(new Outcome.Refused());
        }
        assertThat(encoder.computed()).isGreaterThanOrEqualTo(50);
        assertThat(encoder.mostAtOnce()).isLessThanOrEqualTo(2);
    }

    /** Accounts over the same ledger whose hashes are counted; no password kept there fits them. */
    private Accounts counted(TestingEncoder encoder) {
        return Accounts.over(
                testing.ledger(),
                AccessSettings.LOCAL,
                Bounds.Rates.USUAL,
                new Passwords(new PasswordRules(List.of()), encoder),
                testing.clock(),
                new SecureRandom());
    }

    @Test
    void an_address_may_try_as_often_as_the_settings_say() {
        try (var strict = Accounts.over(
                testing.ledger(),
                AccessSettings.LOCAL,
                new Bounds.Rates(60, 3),
                TestingAccounts.light(),
                testing.clock(),
                new SecureRandom())) {
            for (var name : List.of("a", "b", "c"))
                assertThat(strict.signIn().enter(name, PASSWORD, Optional.empty(), SOMEWHERE))
                        .isEqualTo(new Outcome.Refused());
            assertThat(strict.signIn().enter("d", PASSWORD, Optional.empty(), SOMEWHERE))
                    .isInstanceOf(Outcome.TooOften.class);
        }
    }

    @Test
    void every_session_is_new() {
        assertThat(testing.session("mara")).isNotEqualTo(testing.session("mara"));
    }

    @Test
    void the_session_that_a_browser_brought_along_ends() {
        var old = testing.session("mara");
        testing.accounts().signIn().enter("ada", PASSWORD, Optional.of(old), SOMEWHERE);
        assertThat(isIn(old)).isFalse();
    }

    @Test
    void a_session_ends_when_somebody_signs_out() {
        var session = testing.session("mara");
        testing.accounts()
                .signIn()
                .leave(
                        testing.ledger()
                                .read(transaction -> transaction.sessions().find(session.sha256(), Duration.ofHours(1)))
                                .orElseThrow(),
                        SOMEWHERE);
        assertThat(isIn(session)).isFalse();
    }

    @Test
    void a_session_ends_when_password_or_role_change_or_the_account_is_disabled() {
        var administration = testing.accounts().administration();
        var user = administration.user("mara");

        var first = testing.session("mara");
        administration.password(user, "another boat with oars", SOMEWHERE);
        assertThat(isIn(first)).isFalse();

        var second = TestingAccounts.session(testing.enter("mara", "another boat with oars"));
        administration.role(user, Role.READER, SOMEWHERE);
        assertThat(isIn(second)).isFalse();

        var third = TestingAccounts.session(testing.enter("mara", "another boat with oars"));
        administration.disable(user, SOMEWHERE);
        assertThat(isIn(third)).isFalse();
    }

    @Test
    void a_session_ends_after_half_an_hour_without_use() {
        var session = testing.session("mara");
        for (var times = 0; times < 5; times++) {
            testing.clock().pass(Duration.ofMinutes(29));
            assertThat(isIn(session)).isTrue();
        }
        testing.clock().pass(Duration.ofMinutes(30));
        assertThat(isIn(session)).isFalse();
    }

    @Test
    void a_session_ends_after_half_a_day_whatever_is_done_with_it() {
        var session = testing.session("mara");
        for (var minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
            assertThat(isIn(session)).isTrue();
            testing.clock().pass(Duration.ofMinutes(20));
        }
        assertThat(isIn(session)).isTrue();
        testing.clock().pass(Duration.ofMinutes(20));
        assertThat(isIn(session)).isFalse();
    }

    @Test
    void only_the_hash_of_a_session_or_token_is_kept() throws IOException {
        var session = testing.session("mara");
        var token = testing.accounts()
                .own()
                .issue(
                        testing.accounts().administration().user("mara"),
                        "nightly",
                        Set.of(Scope.READ),
                        Duration.ofDays(1),
                        SOMEWHERE);
        testing.close();

        var kept = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) kept.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertThat(kept)
                .contains(session.sha256(), token.secret().sha256())
                .doesNotContain(session.text(), token.secret().text(), PASSWORD);
        testing = new TestingAccounts(folder, AccessSettings.LOCAL);
    }

    @Test
    void ten_wrong_passwords_stop_that_name_from_that_address_for_a_while_and_nobody_else() {
        var elsewhere = new Caller(SignIn.NOBODY, "198.51.100.1", "r2");
        for (var failed = 0; failed < 10; ) {
            if (testing.enter("mara", "four oars one goat") instanceof Outcome.TooOften(var pause))
                testing.clock().pass(pause);
            else failed++;
        }
        assertThat(testing.enter("mara", PASSWORD)).isEqualTo(new Outcome.TooOften(Duration.ofMinutes(15)));
        assertThat(testing.accounts().administration().stopped()).containsExactly("mara from 192.0.2.7");
        assertThat(testing.accounts().signIn().enter("mara", PASSWORD, Optional.empty(), elsewhere))
                .isInstanceOf(Outcome.Entered.class);

        testing.clock().pass(Duration.ofMinutes(15));
        assertThat(testing.enter("mara", PASSWORD)).isInstanceOf(Outcome.Entered.class);
        assertThat(testing.log()).contains("nobody sign_in.failed mara", "nobody sign_in.stopped mara");
    }

    @Test
    void an_address_may_try_ten_times_a_minute_whatever_the_names() {
        for (var tries = 0; tries < 10; tries++)
            assertThat(testing.enter("name" + tries, PASSWORD)).isEqualTo(new Outcome.Refused());
        assertThat(testing.enter("mara", PASSWORD)).isEqualTo(new Outcome.TooOften(Duration.ofSeconds(6)));
        testing.clock().pass(Duration.ofSeconds(6));
        assertThat(testing.enter("mara", PASSWORD)).isInstanceOf(Outcome.Entered.class);
    }

    @Test
    void a_password_that_was_kept_with_less_is_kept_with_more_when_it_is_used() {
        var clock = testing.clock();
        try (var stronger = Accounts.over(
                testing.ledger(),
                AccessSettings.LOCAL,
                Bounds.Rates.USUAL,
                new Passwords(new PasswordRules(List.of()), 128, 2),
                clock,
                new SecureRandom())) {
            var session = testing.session("mara");
            stronger.signIn().enter("mara", PASSWORD, Optional.empty(), SOMEWHERE);

            assertThat(stronger.administration().user("mara").password().orElseThrow())
                    .contains("$m=128,t=2,p=1$");
            assertThat(isIn(session)).isTrue();
            assertThat(testing.log()).contains("mara user.password_reencoded mara");
            assertThat(stronger.signIn().enter("mara", PASSWORD, Optional.empty(), SOMEWHERE))
                    .isInstanceOf(Outcome.Entered.class);
        }
    }

    @Test
    void the_audit_log_tells_who_came_and_went_and_who_was_refused_but_no_mistyped_name() {
        var before = testing.log().size();
        testing.enter("mara", "four oars one goat");
        testing.enter("my secret password", PASSWORD);
        testing.session("mara");

        assertThat(testing.log().subList(before, before + 3))
                .containsExactly(
                        "nobody sign_in.failed mara",
                        "nobody sign_in.failed an unknown name",
                        "mara session.opened mara");
    }

    @Test
    void nothing_is_written_when_nobody_is_known() {
        assertThat(testing.accounts().doorkeeper().admit(cookie(Secret.random(new SecureRandom()))))
                .isEqualTo(new Nobody());
    }
}
