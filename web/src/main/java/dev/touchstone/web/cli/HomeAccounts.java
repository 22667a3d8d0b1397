package dev.touchstone.web.cli;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.account.Accounts;
import dev.touchstone.web.account.PasswordRules;
import dev.touchstone.web.account.Passwords;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The accounts of a home. */
final class HomeAccounts {
    /** How the audit log calls whoever types commands. */
    static final Caller CALLER = new Caller("command line", "", "");

    private HomeAccounts() {}

    /** The accounts over a home's ledger; the caller closes them. */
    static Accounts over(Ledger ledger, HomeFolder home, AccessSettings settings, Bounds.Rates rates) {
        var organisation = home.organisation();
        var passwords = new Passwords(new PasswordRules(List.of(organisation)));
        return Accounts.over(ledger, settings, rates, passwords, steady(), new SecureRandom());
    }

    /** Does something with the accounts of a home. */
    static void with(Path home, Supplier<Parts> parts, Consumer<Accounts> work) {
        try (var ledger = HomeLedger.open(home, parts);
                var accounts = over(ledger, new HomeFolder(home), AccessSettings.LOCAL, Bounds.Rates.USUAL)) {
            work.accept(accounts);
        }
    }

    /** A clock that goes on when somebody sets the machine's back. */
    private static InstantSource steady() {
        return () -> Instant.EPOCH.plusNanos(System.nanoTime());
    }
}
