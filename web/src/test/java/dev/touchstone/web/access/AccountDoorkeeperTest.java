package dev.touchstone.web.access;

import static dev.touchstone.web.account.TestingAccounts.SOMEWHERE;
import static dev.touchstone.web.account.TestingAccounts.bearer;
import static dev.touchstone.web.account.TestingAccounts.cookie;
import static dev.touchstone.web.account.TestingAccounts.vouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.Admission.Admitted;
import dev.touchstone.web.access.Admission.Contradictory;
import dev.touchstone.web.access.Admission.Nobody;
import dev.touchstone.web.account.TestingAccounts;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountDoorkeeperTest {
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

    private Admission admit(Claims claims) {
        return testing.accounts().doorkeeper().admit(claims);
    }

    private Visitor visitor(Claims claims) {
        if (admit(claims) instanceof Admitted(var visitor)) return visitor;
        throw new AssertionError("nobody was admitted");
    }

    private Collection collection(String name, Access access) {
        return testing.accounts().administration().make(name, access, Caller.PROGRAM);
    }

    @Test
    void while_there_are_no_accounts_whoever_sits_at_the_machine_sees_everything() {
        var board = collection("board", Access.CONFIDENTIAL);
        var visitor = visitor(Claims.NONE);
        assertThat(visitor.name()).isEqualTo("local");
        assertThat(visitor.sees(board.id())).isTrue();
        assertThat(visitor.may(Deed.UPLOAD)).isTrue();
        assertThat(visitor.may(Deed.ADMINISTER)).isFalse();
        assertThat(visitor.may(Deed.OWN_ACCOUNT)).isFalse();
    }

    @Test
    void from_the_first_account_on_everybody_says_who_they_are() {
        assertThat(admit(Claims.NONE)).isInstanceOf(Admitted.class);
        testing.add("ada", Role.ADMIN);
        assertThat(admit(Claims.NONE)).isEqualTo(new Nobody());
    }

    @Test
    void where_others_reach_the_service_nobody_is_local() {
        try (var reached = new TestingAccounts(
                folder.resolve("."),
                new AccessSettings(Optional.of(URI.create("https://audit.example")), TrustedProxy.NONE, Set.of()))) {
            assertThat(reached.accounts().doorkeeper().admit(Claims.NONE)).isEqualTo(new Nobody());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_confidential_collection_is_seen_by_its_members_only_whatever_their_role(Role role) {
        var open = collection("open", Access.OPEN);
        var own = collection("own", Access.CONFIDENTIAL);
        var others = collection("others", Access.CONFIDENTIAL);
        var user = testing.add("mara", role);
        testing.accounts().administration().addMember(own, user, SOMEWHERE);

        var visitor = visitor(cookie(testing.session("mara")));

        assertThat(visitor.collections()).containsExactly(open, own);
        assertThat(visitor.sees(others.id())).isFalse();
    }

    @Test
    void a_change_of_collection_or_role_works_on_the_next_request() {
        var board = collection("board", Access.CONFIDENTIAL);
        var user = testing.add("mara", Role.READER);
        testing.add("ada", Role.ADMIN);
        var token = testing.accounts()
                .own()
                .issue(user, "nightly", Set.of(Scope.READ, Scope.REVIEW), Duration.ofDays(1), SOMEWHERE)
                .secret();
        var session = testing.session("mara");
        var administration = testing.accounts().administration();

        administration.addMember(board, user, SOMEWHERE);
        assertThat(visitor(cookie(session)).sees(board.id())).isTrue();
        administration.removeMember(board, user, SOMEWHERE);
        assertThat(visitor(cookie(session)).sees(board.id())).isFalse();
        administration.restrict(board, Access.OPEN, SOMEWHERE);
        assertThat(visitor(cookie(session)).sees(board.id())).isTrue();

        assertThat(visitor(bearer(token)).may(Deed.REVIEW)).isFalse();
        administration.role(user, Role.REVIEWER, SOMEWHERE);
        assertThat(visitor(bearer(token)).may(Deed.REVIEW)).isTrue();
        assertThat(admit(cookie(session))).isEqualTo(new Nobody());
        administration.disable(administration.user("mara"), SOMEWHERE);
        assertThat(admit(bearer(token))).isEqualTo(new Nobody());
    }

    @Test
    void a_token_may_do_what_its_scopes_and_its_users_role_both_allow() {
        var user = testing.add("mara", Role.READER);
        var all = testing.accounts().own().issue(user, "all", Set.of(Scope.values()), Duration.ofDays(1), SOMEWHERE);
        var upload = testing.accounts().own().issue(user, "up", Set.of(Scope.UPLOAD), Duration.ofDays(1), SOMEWHERE);
        var visitor = visitor(bearer(all.secret()));
        assertThat(visitor.may(Deed.READ)).isTrue();
        assertThat(visitor.may(Deed.ADMINISTER)).isFalse();
        assertThat(visitor.may(Deed.OWN_ACCOUNT)).isFalse();
        assertThat(visitor(bearer(upload.secret())).may(Deed.READ)).isFalse();
    }

    @Test
    void a_token_comes_alone() {
        testing.add("mara", Role.READER);
        var session = testing.session("mara");
        assertThat(admit(new Claims(Optional.of(session), Optional.of("anything"), Optional.empty())))
                .isInstanceOf(Contradictory.class);
        assertThat(admit(new Claims(Optional.empty(), Optional.of("anything"), Optional.of("mara"))))
                .isInstanceOf(Contradictory.class);
    }

    @Test
    void what_is_no_token_of_ours_lets_nobody_in_even_where_there_are_no_accounts() {
        assertThat(admit(bearer(Secret.random(new SecureRandom())))).isEqualTo(new Nobody());
        assertThat(admit(new Claims(Optional.empty(), Optional.of("' or 1=1 --"), Optional.empty())))
                .isEqualTo(new Nobody());
    }

    @Test
    void a_vouched_name_needs_an_account_that_is_not_disabled() {
        testing.add("ada", Role.ADMIN);
        var mara = testing.add("mara", Role.READER);
        assertThat(visitor(vouched("mara")).name()).isEqualTo("mara");
        assertThat(admit(vouched("eve"))).isEqualTo(new Nobody());
        testing.accounts().administration().disable(mara, SOMEWHERE);
        assertThat(admit(vouched("mara"))).isEqualTo(new Nobody());
    }
}
