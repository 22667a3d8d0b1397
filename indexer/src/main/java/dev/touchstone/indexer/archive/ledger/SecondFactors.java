package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Users.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people show beside their password. Switching one on, or taking it away, ends all sessions of its user; what is used up
 * here is used up with the act that it was shown for, or not at all.
 */
public final class SecondFactors {
    private final Transaction transaction;

    SecondFactors(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * What the codes of somebody are computed with.
     *
     * @param secret in Base32
     * @param lastStep the last step of time whose code was taken
     */
    public record Factor(String secret, long lastStep) {
        /** Without the secret, so that it is in no log. */
        @Override
        public String toString() {
            return "Factor[hidden, %d]".formatted(lastStep);
        }
    }

    /**
     * From now on this user shows codes beside the password.
     *
     * @param step whose code showed that the secret has arrived; it is not taken again
     * @param recoverySha256 hashes of the codes that are good once, in the place of a code
     */
    public void switchOn(User user, String secret, long step, List<String> recoverySha256) {
        transaction.change(
                "insert into second_factors (user_id, secret, last_step, since) values (?, ?, ?, ?)",
                user.id().number(),
                secret,
                step,
                transaction.now());
        for (var code : recoverySha256)
            transaction.change(
                    "insert into recovery_codes (user_id, code_sha256) values (?, ?)",
                    user.id().number(),
                    code);
        transaction.sessions().endAll(user.id());
        transaction.done("second_factor.switched_on", user.name(), Map.of());
    }

    /** The password is enough again. What the factor was is forgotten. */
    public void takeAway(User user) {
        transaction.change(
                "delete from recovery_codes where user_id = ?", user.id().number());
        var rows = transaction.change(
                "delete from second_factors where user_id = ?", user.id().number());
        if (rows == 0) return;
        transaction.sessions().endAll(user.id());
        transaction.done("second_factor.taken_away", user.name(), Map.of());
    }

    /** What somebody's codes are computed with; empty when the password is enough. */
    public Optional<Factor> find(Id<User> user) {
        return transaction.one(
                "select secret, last_step from second_factors where user_id = ?",
                (row, _) -> new Factor(row.getString(1), row.getLong(2)),
                user.number());
    }

    /**
     * Uses up the code of a step, and with it those of earlier ones.
     *
     * @return false when that or a later one was used before; of several who say the same at once, one hears true
     */
    public boolean use(User user, long step) {
        return transaction.change(
                        "update second_factors set last_step = ? where user_id = ? and last_step < ?",
                        step,
                        user.id().number(),
                        step)
                > 0;
    }

    /**
     * Uses up a recovery code.
     *
     * @return false when it is none of the user's, or was used before
     */
    public boolean recover(User user, String sha256) {
        var rows = transaction.change(
                "delete from recovery_codes where user_id = ? and code_sha256 = ?",
                user.id().number(),
                sha256);
        if (rows > 0)
            transaction.done(
                    "second_factor.recovery_code_used",
                    user.name(),
                    Map.of("left", Integer.toString(recoveryCodes(user.id()))));
        return rows > 0;
    }

    /** How many recovery codes somebody has left. */
    public int recoveryCodes(Id<User> user) {
        return (int) transaction.number("select count(*) from recovery_codes where user_id = ?", user.number());
    }
}
