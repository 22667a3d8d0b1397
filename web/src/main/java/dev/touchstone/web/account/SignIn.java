package dev.touchstone.web.account;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Sessions.Session;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.AccountDoorkeeper;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.account.Links.Purpose;
import dev.touchstone.web.account.Lockout.Pair;
import dev.touchstone.web.account.Passwords.Match;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Signing in and out. Who guesses learns neither which names there are nor how close they came. */
public final class SignIn {
    /** How the audit log calls somebody who is not signed in. */
    public static final String NOBODY = "nobody";

    /** Whatever is done with it, a session ends after so long. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** For how long the second step can follow the first. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Tries codes;
    private final Rate rate;
    private final Links steps;
    private final RandomGenerator random;

    SignIn(Ledger ledger, Passwords passwords, Lockout lockout, Rate rate, Links steps, RandomGenerator random) {
        this.ledger = ledger;
        this.passwords = passwords;
        this.lockout = lockout;
        this.codes = new Tries(lockout);
        this.rate = rate;
        this.steps = steps;
        this.random = random;
    }

    /** What came of a try. */
    public sealed interface Outcome {
        record Entered(Secret session) implements Outcome {}

        /**
         * The password is right, and a code is asked for; nobody is signed in yet.
         *
         * @param step to be sent with the code, within five minutes
         */
        record CodeNeeded(Secret step) implements Outcome {}

        /** The code is wrong, or was used already; another one may be tried. */
        record CodeRefused() implements Outcome {}

        /** Name or password is wrong, or the account is disabled, or the first step is too long ago: it is not said which. */
        record Refused() implements Outcome {}

        record TooOften(Duration pause) implements Outcome {}
    }

    /**
     * Tries to sign in. Where there is a second factor this is the first step, and nothing that failed before is forgotten until
     * the second has succeeded: who knows the password gains no tries by it.
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
        var right = match == Match.WRONG ? Optional.<User>empty() : known.filter(user -> !user.disabled());
        if (right.isEmpty()) return refused(known, pair, from);
        var user = right.get();
        var better = match == Match.OUTDATED ? Optional.of(passwords.hash(password)) : Optional.<String>empty();
        if (user.secondFactor().isPresent()) {
            lockout.takeBack(pair);
            return new Outcome.CodeNeeded(steps.make(new Purpose.SecondStep(user, better, from.address()), PATIENCE));
        }
        var entered = open(user, better, old, from, _ -> true);
        if (entered.isEmpty()) return refused(known, pair, from);
        lockout.succeeded(pair);
        return new Outcome.Entered(entered.get());
    }

    /**
     * Tries the second step.
     *
     * @param step of the first one
     * @param typed a code of the moment, or a recovery code
     * @param old session of this browser, which ends when the try succeeds
     */
    public Outcome code(Secret step, String typed, Optional<Secret> old, Caller from) {
        return steps.look(step)
                .filter(Purpose.SecondStep.class::isInstance)
                .map(Purpose.SecondStep.class::cast)
                .map(first -> code(step, first, typed, old, from))
                .orElseGet(Outcome.Refused::new);
    }

    private Outcome code(Secret step, Purpose.SecondStep first, String typed, Optional<Secret> old, Caller from) {
        var user = first.user();
        var wait = codes.begin(user.name(), from.address());
        if (wait.isPresent()) return new Outcome.TooOften(wait.get());
        var now = ledger.clock().instant();
        var entered = open(user, first.encoded(), old, from, transaction -> Codes.use(user, typed, now, transaction));
        if (entered.isEmpty()) {
            failed(user.name(), Map.of("step", "code"), codes.isStopped(user.name(), from.address()), from);
            return new Outcome.CodeRefused();
        }
        steps.use(step);
        codes.succeeded(user.name(), from.address());
        return new Outcome.Entered(entered.get());
    }

    /**
     * Empty when the user was changed in the meantime, or did not show what else is asked for.
     *
     * @param better the same password, encoded with better parameters
     */
    private Optional<Secret> open(
            User user, Optional<String> better, Optional<Secret> old, Caller from, Predicate<Transaction> shows) {
        var session = Secret.random(random);
        var caller = new Caller(user.name(), from.address(), from.request());
        return ledger.write(caller, transaction -> {
            if (!transaction.users().find(user.id()).equals(Optional.of(user))) return Optional.empty();
            if (!shows.test(transaction)) return Optional.empty();
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
        failed(known.map(User::name).orElse("an unknown name"), Map.of(), lockout.isStopped(pair), from);
        return new Outcome.Refused();
    }

    private void failed(String name, Map<String, String> details, boolean stopped, Caller from) {
        ledger.act(new Caller(NOBODY, from.address(), from.request()), transaction -> {
            transaction.log().add("sign_in.failed", name, details);
            if (stopped)
                transaction
                        .log()
                        .add("sign_in.stopped", name, Map.of("minutes", Long.toString(Lockout.WINDOW.toMinutes())));
        });
    }

    /** Signs out. */
    public void leave(Session session, Caller caller) {
        ledger.act(caller, transaction -> transaction.sessions().end(session));
    }
}
