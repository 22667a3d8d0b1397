package dev.touchstone.web.ui;

import dev.touchstone.indexer.archive.ledger.Users.User;

/**
 * One's own second factor.
 *
 * @param required whether nothing else can be done without it
 * @param since the day from which on it is asked for; empty when it is not yet
 * @param uri what an app takes the secret from; empty where none is offered
 */
record SecondFactorPage(
        AccountFrame around, OwnFactorShown shown, boolean required, String role, String since, String uri) {
    private static final String TITLE = "Second factor";

    static SecondFactorPage of(User user, OwnFactorShown shown, boolean required, String problem) {
        return new SecondFactorPage(
                around(user, shown, required, problem),
                shown,
                required,
                Roles.word(user.role()),
                user.secondFactor().map(AccountPage::day).orElse(""),
                shown instanceof OwnFactorShown.Offered(var totp) ? totp.uri(user.name()) : "");
    }

    private static AccountFrame around(User user, OwnFactorShown shown, boolean required, String problem) {
        return switch (shown) {
            case OwnFactorShown.Off _, OwnFactorShown.Offered _ ->
                required
                        ? AccountFrame.closed(TITLE, problem)
                        : AccountFrame.of(TITLE, AccountFrame.ACCOUNT, user.role(), problem);
            case OwnFactorShown.SwitchedOn _, OwnFactorShown.On _ ->
                AccountFrame.of(TITLE, AccountFrame.ACCOUNT, user.role(), problem);
        };
    }
}
