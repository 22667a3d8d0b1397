package dev.touchstone.web.account;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Tokens.Token;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.Scope;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.account.Lockout.Pair;
import dev.touchstone.web.account.Passwords.Match;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What users do with their own account. */
public final class OwnAccount {
    /** For how long a token may be good. */
    public static final Duration LONGEST = Duration.ofDays(365);

    private static final int LONGEST_NAME = 100;

    private final Ledger ledger;
    private final Passwords passwords;
    private final Lockout lockout;
    private final RandomGenerator random;

    OwnAccount(Ledger ledger, Passwords passwords, Lockout lockout, RandomGenerator random) {
        this.ledger = ledger;
        this.passwords = passwords;
        this.lockout = lockout;
        this.random = random;
    }

    /**
     * A new token. The secret is shown now and never again.
     *
     * @param token as it is kept
     */
    public record Issued(Secret secret, Token token) {}

    /**
     * Changes the password. All sessions of the user end, and one begins anew for whoever changed it.
     *
     * @throws BadInput when the present password is wrong or the rules refuse the new one
     */
    public Secret password(User user, String present, String chosen, Caller caller) {
        var pair = new Pair(user.name(), caller.address());
        lockout.begin(pair).ifPresent(wait -> {
            throw new BadInput("too many wrong passwords; wait %d seconds".formatted(seconds(wait)));
        });
        if (passwords.check(user.password(), present) == Match.WRONG)
            throw new BadInput("the present password is not right; type it again");
        lockout.succeeded(pair);
        var encoded = passwords.encode(user.name(), chosen);
        var session = Secret.random(random);
        ledger.act(caller, transaction -> {
            transaction.users().password(user, encoded);
            transaction.sessions().open(user, session.sha256(), SignIn.LONGEST);
        });
        return session;
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    /**
     * Makes a token for a program.
     *
     * @param name by which its user knows it again
     * @throws BadInput when it has no name or scope, or would last too long
     */
    public Issued issue(User user, String name, Set<Scope> scopes, Duration lasting, Caller caller) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME)
            throw new BadInput("a token needs a name of at most %d characters, such as the program that will hold it"
                    .formatted(LONGEST_NAME));
        if (scopes.isEmpty()) throw new BadInput("a token needs a scope: read, upload, review or admin");
        if (lasting.isNegative() || lasting.isZero() || lasting.compareTo(LONGEST) > 0)
            throw new BadInput("a token is good for 1 to %d days".formatted(LONGEST.toDays()));
        var words = scopes.stream().map(Scope::word).collect(Collectors.toSet());
        var secret = Secret.random(random);
        return ledger.write(
                caller,
                transaction ->
                        new Issued(secret, transaction.tokens().issue(user, called, secret.sha256(), words, lasting)));
    }

    /** The tokens of a user that are not revoked, by name. */
    public List<Token> tokens(User user) {
        return ledger.read(transaction -> transaction.tokens().all(user.id()));
    }

    /**
     * Revokes one of the user's own tokens; it is refused from now on.
     *
     * @throws BadInput when the user has no such token
     */
    public void revoke(User user, Id<Token> id, Caller caller) {
        ledger.act(
                caller,
                transaction -> transaction.tokens().all(user.id()).stream()
                        .filter(token -> token.id().equals(id))
                        .findFirst()
                        .ifPresentOrElse(transaction.tokens()::revoke, () -> {
                            throw new BadInput(
                                    "%s has no token %s; it may be revoked already".formatted(user.name(), id));
                        }));
    }
}
