package dev.touchstone.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Tokens.Token;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.Golden;
import dev.touchstone.web.account.Administration.Membership;
import dev.touchstone.web.account.Totp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages about accounts whole, and what must hold of each. */
class AccountPagesTest {
    private static final User ADA = new User(
            new Id<>(1), "ada", "Ada L.", Role.ADMIN, Optional.of("encoded"), Optional.of(Instant.EPOCH), false);
    private static final User MARA =
            new User(new Id<>(2), "mara", "Mara <b>", Role.READER, Optional.empty(), Optional.empty(), false);
    private static final User IVO =
            new User(new Id<>(3), "ivo", "Ivo", Role.AUTHOR, Optional.of("encoded"), Optional.empty(), true);
    private static final Totp TOTP = new Totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    private static final String LINK = "https://audit.example/new-password?link=x";

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern LABEL = Pattern.compile(" for=\"([^\"]*)\"");

    private final AccountPages pages = new AccountPages();

    private String account() {
        var token = new Token(
                new Id<>(7), MARA.id(), "nightly", Set.of("upload", "read"), Instant.parse("2026-05-01T10:00:00Z"));
        return pages.account(MARA, List.of(token), "", "THE-TOKEN", "");
    }

    private String factor(OwnFactorShown shown) {
        return pages.secondFactor(MARA, shown, false, "");
    }

    private String users() {
        return pages.users(ADA, List.of(ADA, IVO, MARA), "", LINK, List.of("ivo from 192.0.2.7"));
    }

    private String collections() {
        return pages.collections(
                ADA,
                List.of(
                        new Membership(new Collection(new Id<>(4), "Board", Access.CONFIDENTIAL), List.of(MARA)),
                        new Membership(new Collection(new Id<>(5), "Platform", Access.OPEN), List.of())),
                List.of(ADA, MARA),
                "");
    }

    private List<String> all() {
        return List.of(
                pages.signIn("Name or password is not right.", "/files", true),
                pages.setUp("", "x"),
                pages.newPassword("", "x", "mara"),
                pages.code("", "step", "/"),
                factor(new OwnFactorShown.Off()),
                factor(new OwnFactorShown.Offered(TOTP)),
                factor(new OwnFactorShown.SwitchedOn(List.of("K7QF-2MZA-XW3P-LB5T"))),
                factor(new OwnFactorShown.On(9)),
                account(),
                users(),
                collections());
    }

    @Test
    void signing_in_looks_as_agreed() {
        Golden.assertSame("sign-in.html", pages.signIn("", "/files", true));
    }

    @Test
    void ones_own_account_looks_as_agreed() {
        Golden.assertSame("account.html", account());
    }

    @Test
    void the_second_step_looks_as_agreed() {
        Golden.assertSame("sign-in-code.html", pages.code("", "step", "/files"));
    }

    @Test
    void the_secret_of_a_second_factor_looks_as_agreed() {
        Golden.assertSame("second-factor.html", factor(new OwnFactorShown.Offered(TOTP)));
    }

    @Test
    void whoever_needs_a_second_factor_first_is_offered_nothing_else() {
        var page = pages.secondFactor(ADA, new OwnFactorShown.Off(), true, "");
        assertThat(page)
                .contains("Your role, admin, needs a second factor.", "action=\"/sign-out\"")
                .doesNotContain("/administration", "href=\"/account\"", "href=\"/decisions\"");
    }

    @Test
    void the_users_look_as_agreed() {
        Golden.assertSame("users.html", users());
    }

    @Test
    void the_collections_look_as_agreed() {
        Golden.assertSame("collections.html", collections());
    }

    @Test
    void whatever_somebody_is_called_it_is_text() {
        assertThat(account() + users() + collections())
                .doesNotContain("Mara <b>")
                .contains("Mara &lt;b&gt;");
    }

    @Test
    void nothing_is_inline_and_every_field_has_a_label() {
        for (var page : all()) {
            assertThat(page).doesNotContain("<style", " style=", " onclick=", "javascript:");
            var ids = ID.matcher(page).results().map(match -> match.group(1)).toList();
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(LABEL.matcher(page).results().map(match -> match.group(1)))
                    .allMatch(ids::contains);
        }
    }

    @Test
    void only_administrators_are_shown_the_way_to_administration() {
        assertThat(users()).contains("href=\"/administration/collections\"");
        assertThat(account()).doesNotContain("/administration");
    }

    @Test
    void who_is_outside_is_offered_nothing_else() {
        assertThat(pages.signIn("", "/", true)).doesNotContain("href=\"/decisions\"");
    }
}
