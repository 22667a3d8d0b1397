package dev.touchstone.web.ui;

import dev.touchstone.indexer.archive.ledger.Tokens.Token;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.account.Administration.Membership;
import java.util.List;

/** The pages about accounts as HTML. */
public final class AccountPages {
    /**
     * The way in.
     *
     * @param problem why the last try was refused; empty at first
     * @param to the page that was asked for
     * @param settledIn false while there is nobody who could sign in
     */
    public String signIn(String problem, String to, boolean settledIn) {
        return Pages.html("signin", SignInPage.of(problem, to, settledIn));
    }

    /**
     * The second step in.
     *
     * @param problem why the last try was refused; empty at first
     * @param step the secret of the first step
     * @param to the page that was asked for
     */
    public String code(String problem, String step, String to) {
        return Pages.html("code", CodePage.of(problem, step, to));
    }

    /** Where the first administrator is made; {@code link} is the secret that led here. */
    public String setUp(String problem, String link) {
        return Pages.html("setup", SetUpPage.of(problem, link));
    }

    /** Where a user chooses a password; {@code link} is the secret that led here. */
    public String newPassword(String problem, String link, String user) {
        return Pages.html("newpassword", NewPasswordPage.of(problem, link, user));
    }

    /**
     * One's own account.
     *
     * @param issued a token that was just made, shown this once; empty otherwise
     * @param done what was just done; empty otherwise
     */
    public String account(User user, List<Token> tokens, String problem, String issued, String done) {
        return Pages.html("account", AccountPage.of(user, tokens, problem, issued, done));
    }

    /**
     * One's own second factor.
     *
     * @param shown what is to be seen of it now
     * @param required whether the role needs one
     * @param problem why the last try was refused; empty otherwise
     */
    public String secondFactor(User user, OwnFactorShown shown, boolean required, String problem) {
        return Pages.html("secondfactor", SecondFactorPage.of(user, shown, required, problem));
    }

    /**
     * The users.
     *
     * @param link by which somebody chooses a password, just made and shown this once; empty otherwise
     * @param stopped names and addresses from which too many wrong passwords or codes came
     */
    public String users(User administrator, List<User> users, String problem, String link, List<String> stopped) {
        return Pages.html("users", UsersPage.of(administrator, users, problem, link, stopped));
    }

    /** The collections and who sees them. */
    public String collections(User administrator, List<Membership> collections, List<User> users, String problem) {
        return Pages.html("collections", CollectionsPage.of(administrator, collections, users, problem));
    }
}
