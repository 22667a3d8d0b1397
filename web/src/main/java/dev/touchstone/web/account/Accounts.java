package dev.touchstone.web.account;

import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.AccountDoorkeeper;
import dev.touchstone.web.access.Doorkeeper;
import dev.touchstone.web.app.Bounds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The accounts over a ledger, with all that belongs to them. The ledger stays the caller's to close.
 *
 * @param uploads how often a user may upload
 */
public record Accounts(
        AccessSettings settings,
        Passwords passwords,
        Doorkeeper doorkeeper,
        SignIn signIn,
        OwnAccount own,
        OwnFactor factor,
        Administration administration,
        Rate uploads)
        implements AutoCloseable {
    /**
     * Opens them.
     *
     * @param rates how often may be tried and uploaded
     * @param passwords closed with the accounts
     * @param steady a clock that never goes back, for delays; sessions and links go by the ledger's
     * @param random one that nobody can guess
     */
    public static Accounts over(
            Ledger ledger,
            AccessSettings settings,
            Bounds.Rates rates,
            Passwords passwords,
            InstantSource steady,
            RandomGenerator random) {
        var lockout = new Lockout(steady);
        var minute = Duration.ofMinutes(1);
        return new Accounts(
                settings,
                passwords,
                new AccountDoorkeeper(ledger, settings),
                new SignIn(
                        ledger,
                        passwords,
                        lockout,
                        new Rate(rates.signIns(), minute, steady),
                        new Links(ledger.clock(), random),
                        random),
                new OwnAccount(ledger, passwords, lockout, random),
                new OwnFactor(ledger, passwords, new Tries(lockout), random),
                new Administration(ledger, passwords, lockout, new Links(ledger.clock(), random)),
                new Rate(rates.uploads(), minute, steady));
    }

    @Override
    public void close() {
        passwords.close();
    }
}
