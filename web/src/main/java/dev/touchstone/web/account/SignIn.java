package dev.touchstone.web.account;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Sessions.Session;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.AccountDoorkeeper;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.account.Lockout.Pair;
import dev.touchstone.web.account.Passwords.Match;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Signing in and out. Who guesses learns neither which names there are nor how close they came. */
public final class SignIn {
    /** How the audit log calls somebody who is not signed in. */
    public static final String NOBODY = "nobody";

    /** Whatever is done with it, a session ends after so long. */
    static final Duration LONGEST = Duration.ofHours(12);

    private final Ledger ledger;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Rate rate;
    private final RandomGenerator random;

    SignIn(Ledger ledger, Passwords passwords, Lockout lockout, Rate rate, RandomGenerator random) {
        this.ledger = ledger;
        this.passwords = passwords;
        this.lockout = lockout;
        this.rate = rate;
        this.random = random;
    }

    /** What came of a try. */
    public sealed interface Outcome {
        record Entered(Secret session) implements Outcome {}

        /** Name or password is wrong, or the account is disabled: it is not said which. */
        record Refused() implements Outcome {}

        record TooOften(Duration pause) implements Outcome {}
    }

    /**
     * Tries to sign in.
     *
     * @param old session of this browser, which ends when the try succeeds
     * @param from with the address that it came from
     */
    public Outcome enter(String name, String password, Optional<Secret> old, Caller from) {
        var account = UserName.typed(name);
        var pair = new Pair(account, from.address());
        var wait = rate.take(from.address()).or(() -> lockout.begin(pair));
        if (wait.isPresent()) return new Outcome.TooOften(wait.get());
        var known = ledger.read(transaction -> transaction.users().find(account));
        var match = passwords.check(known.flatMap(User::password), password);
        var entered = match == Match.WRONG
                ? Optional.<Secret>empty()
                : known.filter(user -> !user.disabled()).flatMap(user -> open(user, password, match, old, from));
        if (entered.isEmpty()) return refused(known, pair, from);
        lockout.succeeded(pair);
        return new Outcome.Entered(entered.get());
    }

    /** Empty when the user was changed in the meantime. */
    private Optional<Secret> open(User user, String password, Match match, Optional<Secret> old, Caller from) {
        var better = match == Match.OUTDATED ? Optional.of(passwords.hash(password)) : Optional.<String>empty();
        var session = Secret.random(random);
        var caller = new Caller(user.name(), from.address(), from.request());
        return ledger.write(caller, transaction -> {
            if (!transaction.users().find(user.id()).equals(Optional.of(user))) return Optional.empty();
            better.ifPresent(encoded -> transaction.users().reencode(user, encoded));
            old.ifPresent(secret -> end(secret, transaction));
            transaction.sessions().sweep();
            transaction.sessions().open(user, session.sha256(), LONGEST);
            return Optional.of(session);
        });
    }

    private static void end(Secret secret, Transaction transaction) {
        var sessions = transaction.sessions();
        sessions.find(secret.sha256(), AccountDoorkeeper.IDLE).ifPresent(sessions::end);
    }

    /** A name that no user has may be a password typed into the wrong field, so it is not written down. */
    private Outcome refused(Optional<User> known, Pair pair, Caller from) {
        var name = known.map(User::name).orElse("an unknown name");
        var stopped = lockout.isStopped(pair);
        ledger.act(new Caller(NOBODY, from.address(), from.request()), transaction -> {
            transaction.log().add("sign_in.failed", name, Map.of());
            if (stopped)
                transaction
                        .log()
                        .add("sign_in.stopped", name, Map.of("minutes", Long.toString(Lockout.WINDOW.toMinutes())));
        });
        return new Outcome.Refused();
    }

    /** Signs out. */
    public void leave(Session session, Caller caller) {
        ledger.act(caller, transaction -> transaction.sessions().end(session));
    }
}
