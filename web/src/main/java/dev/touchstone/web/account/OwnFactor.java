package dev.touchstone.web.account;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.account.Passwords.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** What users do with their own second factor. A secret that nobody has confirmed yet is in memory only. */
public final class OwnFactor {
    /** For how long a secret waits to be confirmed. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Ledger ledger;
    private final Passwords passwords;
    private final Tries tries;
    private final RandomGenerator random;
    private final Map<Id<User>, Offer> offers = new ConcurrentHashMap<>();

    OwnFactor(Ledger ledger, Passwords passwords, Tries tries, RandomGenerator random) {
        this.ledger = ledger;
        this.passwords = passwords;
        this.tries = tries;
        this.random = random;
    }

    private record Offer(Totp totp, Instant expires) {}

    /**
     * A factor that was just switched on.
     *
     * @param session in the place of the user's sessions, which have ended
     * @param recoveryCodes shown now and never again
     */
    public record SwitchedOn(Secret session, List<String> recoveryCodes) {
        public SwitchedOn {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }

    /**
     * A new secret for the user's app; one that was offered before is good no longer. Nothing is on yet.
     *
     * @throws BadInput when there is a factor, or no password beside which it could be asked for
     */
    public Totp begin(User user) {
        if (user.secondFactor().isPresent())
            throw new BadInput("the second factor is on already; switch it off before you set up another one");
        if (user.password().isEmpty())
            throw new BadInput("you have no password here; whoever signs you in asks for a second factor");
        var totp = Totp.random(random);
        offers.put(user.id(), new Offer(totp, now().plus(PATIENCE)));
        return totp;
    }

    /** The secret that the user is about to confirm; empty when none was offered or it waited too long. */
    public Optional<Totp> offered(User user) {
        return Optional.ofNullable(offers.get(user.id()))
                .filter(offer -> offer.expires().isAfter(now()))
                .map(Offer::totp);
    }

    /**
     * Switches the factor on. All sessions of the user end, and one begins anew for whoever did it.
     *
     * @param code shows that the secret has arrived
     * @throws BadInput when it does not
     */
    public SwitchedOn confirm(User user, String code, Caller caller) {
        var totp = offered(user).orElseThrow(() -> new BadInput("begin to set up the second factor again"));
        var step = totp.match(Base32.typed(code), now())
                .orElseThrow(() -> new BadInput("the code is not that of this secret now; compare the clock of your"
                        + " device, and type the code that it shows"));
        var codes = RecoveryCode.random(random);
        var session = Secret.random(random);
        ledger.act(caller, transaction -> {
            requireUnchanged(user, transaction);
            var hashes = codes.stream().map(RecoveryCode::sha256).toList();
            transaction.secondFactors().switchOn(user, totp.secret(), step, hashes);
            transaction.sessions().open(user, session.sha256(), SignIn.LONGEST);
        });
        offers.remove(user.id());
        return new SwitchedOn(session, codes.stream().map(RecoveryCode::legible).toList());
    }

    private static void requireUnchanged(User user, Transaction transaction) {
        if (!transaction.users().find(user.id()).equals(Optional.of(user)))
            throw new BadInput("your account was changed in the meantime; open this page again");
    }

    /**
     * Switches the factor off. All sessions of the user end, and one begins anew for whoever did it.
     *
     * @param code one of the moment, or a recovery code
     * @throws BadInput when password or code is not right, whichever it is, or there is nothing to switch off
     */
    public Secret switchOff(User user, String password, String code, Caller caller) {
        if (user.secondFactor().isEmpty()) throw new BadInput("there is no second factor to switch off");
        tries.begin(user.name(), caller.address()).ifPresent(wait -> {
            throw new BadInput("that was tried too often; wait %d seconds"
                    .formatted(wait.plusMillis(999).toSeconds()));
        });
        var session = Secret.random(random);
        var right = passwords.check(user.password(), password) != Match.WRONG
                && ledger.<Boolean>write(caller, transaction -> {
                    requireUnchanged(user, transaction);
                    if (!Codes.use(user, code, now(), transaction)) return false;
                    transaction.secondFactors().takeAway(user);
                    transaction.sessions().open(user, session.sha256(), SignIn.LONGEST);
                    return true;
                });
        if (!right) {
            ledger.act(caller, transaction -> transaction.log().add("second_factor.failed", user.name(), Map.of()));
            throw new BadInput("password or code is not right, or the code was used already; wait for the next one");
        }
        tries.succeeded(user.name(), caller.address());
        return session;
    }

    /** How many recovery codes the user has left. */
    public int recoveryCodes(User user) {
        return ledger.read(transaction -> transaction.secondFactors().recoveryCodes(user.id()));
    }

    private Instant now() {
        return ledger.clock().instant();
    }
}
