package dev.touchstone.web.access;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Sessions.Session;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.Admission.Admitted;
import dev.touchstone.web.access.Admission.Contradictory;
import dev.touchstone.web.access.Admission.Nobody;
import dev.touchstone.web.access.Visitor.Account;
import dev.touchstone.web.access.Visitor.Means;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Believes what the ledger knows: its sessions, its tokens, and its users when a trusted proxy vouches for them. */
public final class AccountDoorkeeper implements Doorkeeper {
    /** A session that is not used for so long is over. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** How exactly it is kept when a session was used last: not every look at a page is worth a write. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final AccessSettings settings;

    /**
     * A doorkeeper for the users of a ledger. Where only this machine can reach the service, whoever sits at it may come in while
     * there are no accounts.
     */
    public AccountDoorkeeper(Ledger ledger, AccessSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    @Override
    public Admission admit(Claims claims) {
        if (claims.bearer().isPresent()
                && (claims.session().isPresent() || claims.vouched().isPresent()))
            return new Contradictory("A token comes alone: send it without a cookie, or sign in without a token.");
        var admission = ledger.read(transaction -> admit(claims, transaction));
        if (admission instanceof Admitted(var visitor)) visitor.session().ifPresent(this::seen);
        return admission;
    }

    private Admission admit(Claims claims, Transaction transaction) {
        if (claims.bearer().isPresent())
            return answer(claims.bearer().flatMap(Secret::sent).flatMap(sent -> byToken(sent, transaction)));
        if (claims.vouched().isPresent())
            return answer(claims.vouched()
                    .flatMap(name -> transaction.users().find(name))
                    .flatMap(user -> account(user, new Means.Vouched(), transaction)));
        var account = claims.session().flatMap(sent -> bySession(sent, transaction));
        if (account.isEmpty() && settings.isLocal() && transaction.users().all().isEmpty())
            return new Admitted(new Visitor.Local(transaction.collections().all()));
        return answer(account);
    }

    private static Admission answer(Optional<Account> account) {
        return account.<Admission>map(Admitted::new).orElseGet(Nobody::new);
    }

    private static Optional<Account> byToken(Secret sent, Transaction transaction) {
        return transaction.tokens().find(sent.sha256()).flatMap(token -> {
            var scopes = token.scopes().stream()
                    .flatMap(word -> Scope.named(word).stream())
                    .collect(Collectors.toSet());
            return transaction
                    .users()
                    .find(token.user())
                    .flatMap(user -> account(user, new Means.Token(scopes), transaction));
        });
    }

    private Optional<Account> bySession(Secret sent, Transaction transaction) {
        return transaction
                .sessions()
                .find(sent.sha256(), IDLE)
                .flatMap(session -> transaction
                        .users()
                        .find(session.user())
                        .flatMap(user -> account(user, signedIn(user, session), transaction)));
    }

    private Means signedIn(User user, Session session) {
        var lacks = settings.secondFactor().contains(user.role())
                && user.secondFactor().isEmpty();
        return lacks ? new Means.PasswordAlone(session) : new Means.SignedIn(session);
    }

    private static Optional<Account> account(User user, Means means, Transaction transaction) {
        if (user.disabled()) return Optional.empty();
        return Optional.of(new Account(user, transaction.collections().visibleTo(user.id()), means));
    }

    private void seen(Session session) {
        if (session.seen().plus(EXACTNESS).isAfter(ledger.clock().instant())) return;
        ledger.act(Caller.PROGRAM, transaction -> transaction.sessions().seen(session));
    }
}
