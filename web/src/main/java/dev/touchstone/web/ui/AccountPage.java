package dev.touchstone.web.ui;

import dev.touchstone.indexer.archive.ledger.Tokens.Token;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * One's own account: password, second factor and tokens.
 *
 * @param secondFactor since which day a second factor is asked for; empty when none is
 * @param issued a token that was just made, shown this once; empty otherwise
 * @param done what was just done; empty otherwise
 */
record AccountPage(
        AccountFrame around,
        String name,
        String role,
        String secondFactor,
        List<Row> tokens,
        List<String> scopes,
        String issued,
        String done) {
    /** One token. */
    record Row(String id, String name, String scopes, String expires) {
        static Row of(Token token) {
            return new Row(
                    token.id().toString(),
                    token.name(),
                    String.join(", ", new TreeSet<>(token.scopes())),
                    day(token.expires()));
        }
    }

    static AccountPage of(User user, List<Token> tokens, String problem, String issued, String done) {
        return new AccountPage(
                AccountFrame.of("Your account", AccountFrame.ACCOUNT, user.role(), problem),
                user.shownAs(),
                Roles.word(user.role()),
                user.secondFactor().map(AccountPage::day).orElse(""),
                tokens.stream().map(Row::of).toList(),
                Arrays.stream(Scope.values()).map(Scope::word).toList(),
                issued,
                done);
    }

    static String day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
