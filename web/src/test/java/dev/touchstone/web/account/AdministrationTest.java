package dev.touchstone.web.account;

import static dev.touchstone.web.account.TestingAccounts.PASSWORD;
import static dev.touchstone.web.account.TestingAccounts.SOMEWHERE;
import static dev.touchstone.web.account.TestingAccounts.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.Admission.Admitted;
import dev.touchstone.web.access.Admission.Nobody;
import dev.touchstone.web.access.Scope;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.account.SignIn.Outcome;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministrationTest {
    @TempDir
    private Path folder;

    private TestingAccounts testing;

    @BeforeEach
    void open() {
        testing = new TestingAccounts(folder, AccessSettings.LOCAL);
    }

    @AfterEach
    void close() {
        testing.close();
    }

    private Administration administration() {
        return testing.accounts().administration();
    }

    @Test
    void the_set_up_link_makes_the_first_administrator_once() {
        var link = administration().setUpLink().orElseThrow();
        administration().setUp(link, "Ada", "Ada L.", PASSWORD, SOMEWHERE);

        assertThat(administration().user("ada").role()).isEqualTo(Role.ADMIN);
        assertThat(administration().setUpLink()).isEmpty();
        assertThatThrownBy(() -> administration().setUp(link, "eve", "", PASSWORD, SOMEWHERE))
                .isInstanceOf(Gone.class);
        assertThat(testing.log()).containsExactly("ada user.added ada");
    }

    @Test
    void twenty_uses_at_once_make_one_administrator() throws Exception {
        var link = administration().setUpLink().orElseThrow();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var uses = IntStream.range(0, 20)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return administration().setUp(link, "admin" + number, "", PASSWORD, SOMEWHERE);
                    }))
                    .toList();
            start.countDown();
            for (var use : uses) while (!use.isDone()) Thread.onSpinWait();
            assertThat(uses.stream().filter(use -> use.state() == Future.State.SUCCESS))
                    .hasSize(1);
        }
        assertThat(administration().users()).hasSize(1);
    }

    @Test
    void the_set_up_link_stays_good_when_the_password_is_refused() {
        var link = administration().setUpLink().orElseThrow();
        assertThatThrownBy(() -> administration().setUp(link, "ada", "", "too short", SOMEWHERE))
                .isInstanceOf(BadInput.class);
        administration().setUp(link, "ada", "", PASSWORD, SOMEWHERE);
    }

    @Test
    void the_set_up_link_ends_after_half_an_hour_and_when_an_administrator_came_another_way() {
        var late = administration().setUpLink().orElseThrow();
        testing.clock().pass(Duration.ofMinutes(30));
        assertThatThrownBy(() -> administration().setUp(late, "ada", "", PASSWORD, SOMEWHERE))
                .isInstanceOf(Gone.class);

        var outrun = administration().setUpLink().orElseThrow();
        testing.add("ada", Role.ADMIN);
        assertThatThrownBy(() -> administration().setUp(outrun, "eve", "", PASSWORD, SOMEWHERE))
                .isInstanceOf(Gone.class);
        assertThatThrownBy(() -> administration().checkSetUp(Secret.random(new SecureRandom())))
                .isInstanceOf(Gone.class);
    }

    @Test
    void there_is_always_an_administrator_left() {
        var ada = testing.add("ada", Role.ADMIN);
        assertThatThrownBy(() -> administration().disable(ada, SOMEWHERE)).hasMessageContaining("only administrator");
        assertThatThrownBy(() -> administration().role(ada, Role.READER, SOMEWHERE))
                .hasMessageContaining("only administrator");

        testing.add("ivo", Role.ADMIN);
        administration().disable(ada, SOMEWHERE);
        assertThatThrownBy(() -> administration().disable(administration().user("ivo"), SOMEWHERE))
                .hasMessageContaining("only administrator");
    }

    @Test
    void a_name_that_the_audit_log_uses_for_others_is_refused() {
        for (var name : new String[] {"local", "nobody", "touchstone", "Touchstone ", "", "two words", "a/b", "-x"})
            assertThatThrownBy(() -> testing.add(name, Role.READER)).as(name).isInstanceOf(BadInput.class);
    }

    @Test
    void by_a_link_somebody_chooses_a_password_that_nobody_else_knows() {
        var mara = administration().add("mara", "", Role.AUTHOR, Optional.empty(), Caller.PROGRAM);
        assertThat(testing.enter("mara", PASSWORD)).isEqualTo(new Outcome.Refused());

        var outdated = administration().passwordLink(mara, SOMEWHERE);
        var link = administration().passwordLink(mara, SOMEWHERE);
        assertThatThrownBy(() -> administration().passwordFor(outdated)).isInstanceOf(Gone.class);
        assertThat(administration().passwordFor(link).name()).isEqualTo("mara");
        assertThatThrownBy(() -> administration().choosePassword(link, "mara mara mara", SOMEWHERE))
                .isInstanceOf(BadInput.class);
        administration().choosePassword(link, PASSWORD, SOMEWHERE);

        assertThat(testing.enter("mara", PASSWORD)).isInstanceOf(Outcome.Entered.class);
        assertThatThrownBy(() -> administration().choosePassword(link, PASSWORD, SOMEWHERE))
                .isInstanceOf(Gone.class);
    }

    @Test
    void a_password_link_ends_after_a_day_and_with_the_account() {
        var ada = testing.add("ada", Role.ADMIN);
        var mara = testing.add("mara", Role.READER);
        var late = administration().passwordLink(ada, SOMEWHERE);
        testing.clock().pass(Duration.ofHours(24));
        assertThatThrownBy(() -> administration().passwordFor(late)).isInstanceOf(Gone.class);

        var link = administration().passwordLink(mara, SOMEWHERE);
        administration().disable(mara, SOMEWHERE);
        assertThatThrownBy(() -> administration().passwordFor(link)).isInstanceOf(Gone.class);
    }

    @Test
    void a_set_up_link_chooses_no_password_and_a_password_link_sets_nothing_up() {
        var mara = testing.add("mara", Role.READER);
        var setUp = administration().setUpLink().orElseThrow();
        var password = administration().passwordLink(mara, SOMEWHERE);
        assertThatThrownBy(() -> administration().choosePassword(setUp, PASSWORD, SOMEWHERE))
                .isInstanceOf(Gone.class);
        assertThatThrownBy(() -> administration().setUp(password, "eve", "", PASSWORD, SOMEWHERE))
                .isInstanceOf(Gone.class);
    }

    @Test
    void a_changed_password_ends_all_sessions_but_the_one_that_changed_it() {
        var mara = testing.add("mara", Role.READER);
        var before = testing.session("mara");
        var after = testing.accounts().own().password(mara, PASSWORD, "another boat with oars", SOMEWHERE);
        assertThat(testing.accounts().doorkeeper().admit(TestingAccounts.cookie(before)))
                .isEqualTo(new Nobody());
        assertThat(testing.accounts().doorkeeper().admit(TestingAccounts.cookie(after)))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void whoever_does_not_know_the_present_password_cannot_change_it_nor_guess_it() {
        var mara = testing.add("mara", Role.READER);
        var own = testing.accounts().own();
        for (var tries = 0; tries < 3; tries++)
            assertThatThrownBy(() -> own.password(mara, "four oars one goat", "another boat with oars", SOMEWHERE))
                    .hasMessageContaining("not right");
        assertThatThrownBy(() -> own.password(mara, PASSWORD, "another boat with oars", SOMEWHERE))
                .hasMessageContaining("wait 1 second");
    }

    @Test
    void a_token_works_until_it_expires_or_is_revoked() {
        var mara = testing.add("mara", Role.READER);
        var own = testing.accounts().own();
        var issued = own.issue(mara, "nightly", Set.of(Scope.READ), Duration.ofDays(365), SOMEWHERE);
        var revoked = own.issue(mara, "other", Set.of(Scope.READ), Duration.ofDays(365), SOMEWHERE);
        var doorkeeper = testing.accounts().doorkeeper();
        own.revoke(mara, revoked.token().id(), SOMEWHERE);

        assertThat(doorkeeper.admit(bearer(revoked.secret()))).isEqualTo(new Nobody());
        assertThat(doorkeeper.admit(bearer(issued.secret()))).isInstanceOf(Admitted.class);
        testing.clock().pass(Duration.ofDays(365));
        assertThat(doorkeeper.admit(bearer(issued.secret()))).isEqualTo(new Nobody());
    }

    @Test
    void a_token_lasts_a_year_at_most_and_has_a_name_and_a_scope() {
        var mara = testing.add("mara", Role.READER);
        var own = testing.accounts().own();
        assertThatThrownBy(() -> own.issue(mara, "x", Set.of(Scope.READ), Duration.ofDays(366), SOMEWHERE))
                .hasMessageContaining("1 to 365 days");
        assertThatThrownBy(() -> own.issue(mara, "x", Set.of(Scope.READ), Duration.ZERO, SOMEWHERE))
                .hasMessageContaining("1 to 365 days");
        assertThatThrownBy(() -> own.issue(mara, " ", Set.of(Scope.READ), Duration.ofDays(1), SOMEWHERE))
                .hasMessageContaining("needs a name");
        assertThatThrownBy(() -> own.issue(mara, "x", Set.of(), Duration.ofDays(1), SOMEWHERE))
                .hasMessageContaining("needs a scope");
    }

    @Test
    void nobody_revokes_the_token_of_somebody_else() {
        var mara = testing.add("mara", Role.READER);
        var eve = testing.add("eve", Role.READER);
        var own = testing.accounts().own();
        var issued = own.issue(mara, "nightly", Set.of(Scope.READ), Duration.ofDays(1), SOMEWHERE);
        assertThatThrownBy(() -> own.revoke(eve, issued.token().id(), SOMEWHERE))
                .isInstanceOf(BadInput.class);
        assertThat(testing.accounts().doorkeeper().admit(bearer(issued.secret())))
                .isInstanceOf(Admitted.class);
    }
}
