package dev.touchstone.web.account;

import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Users.User;
import java.time.Instant;

/** What somebody types in the second step: a code of the moment, or a recovery code. Either is good once. */
final class Codes {
    private Codes() {}

    /** Whether what was typed is good now; if so it is used up with what the transaction does. */
    static boolean use(User user, String typed, Instant now, Transaction transaction) {
        var factors = transaction.secondFactors();
        var factor = factors.find(user.id());
        if (factor.isEmpty()) return false;
        var step = new Totp(factor.get().secret()).match(Base32.typed(typed), now);
        if (step.isPresent()) return factors.use(user, step.getAsLong());
        return RecoveryCode.typed(typed)
                .filter(code -> factors.recover(user, code.sha256()))
                .isPresent();
    }
}
