package dev.touchstone.web.account;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.LogEntry;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.Claims;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.account.SignIn.Outcome;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.testing.TestingClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Accounts over a ledger of their own, on a clock that stands still. Their passwords are hashed lightly, to save time. */
public final class TestingAccounts implements AutoCloseable {
    public static final String PASSWORD = "four oars one boat";

    public static final Caller SOMEWHERE = new Caller(SignIn.NOBODY, "192.0.2.7", "r1");

    private static final PasswordRules RULES = new PasswordRules(List.of("Harbour Pilots"));

    private final TestingClock clock = new TestingClock();
    private final Ledger ledger;
    private final Accounts accounts;

    public TestingAccounts(Path folder, AccessSettings settings) {
        this.ledger = Ledger.open(
                new Database.Embedded(folder.resolve("ledger.db"), Database.Durability.NORMAL),
                clock,
                new SecureRandom());
        this.accounts = Accounts.over(ledger, settings, Bounds.Rates.USUAL, light(), clock, new SecureRandom());
    }

    /** Passwords that are hashed lightly. */
    public static Passwords light() {
        return new Passwords(RULES, 64, 1);
    }

    public Accounts accounts() {
        return accounts;
    }

    public Ledger ledger() {
        return ledger;
    }

    public TestingClock clock() {
        return clock;
    }

    /** A user with the password that all have here. */
    public User add(String name, Role role) {
        return accounts.administration().add(name, name, role, Optional.of(PASSWORD), Caller.PROGRAM);
    }

    public Outcome enter(String name, String password) {
        return accounts.signIn().enter(name, password, Optional.empty(), SOMEWHERE);
    }

    /** Switches a second factor on, and waits until its first code is a past one; what its codes are computed with. */
    public Totp factor(String name) {
        var factor = accounts.factor();
        var user = accounts.administration().user(name);
        var totp = factor.begin(user);
        factor.confirm(user, totp.code(clock.instant()), SOMEWHERE);
        clock.pass(Duration.ofMinutes(1));
        return totp;
    }

    /** The session of somebody who signs in. */
    public Secret session(String name) {
        return session(enter(name, PASSWORD));
    }

    static Secret session(Outcome outcome) {
        if (outcome instanceof Outcome.Entered(var session)) return session;
        throw new AssertionError("nobody entered: " + outcome);
    }

    public static Claims cookie(Secret session) {
        return new Claims(Optional.of(session), Optional.empty(), Optional.empty());
    }

    public static Claims bearer(Secret token) {
        return new Claims(Optional.empty(), Optional.of(token.text()), Optional.empty());
    }

    public static Claims vouched(String name) {
        return new Claims(Optional.empty(), Optional.empty(), Optional.of(name));
    }

    /** The audit log, each entry as {@code who did of-what}. */
    public List<String> log() {
        return ledger.read(transaction -> transaction.log().after(0, 1000)).stream()
                .map(TestingAccounts::line)
                .toList();
    }

    private static String line(LogEntry entry) {
        return "%s %s %s".formatted(entry.actor(), entry.act(), entry.subject());
    }

    @Override
    public void close() {
        accounts.close();
        ledger.close();
    }
}
