package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Users.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Who is signed in. Only the hash of what a browser holds is here: whoever reads the ledger cannot sign in with it. */
public final class Sessions {
    private final Transaction transaction;

    Sessions(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Somebody is signed in, at the latest until it expires. */
    public record Session(String tokenSha256, Id<User> user, Instant seen, Instant expires) {}

    /** Signs somebody in. */
    public void open(User user, String tokenSha256, Duration atMost) {
        var now = transaction.now();
        transaction.change(
                "insert into sessions (token_sha256, user_id, created_at, seen_at, expires_at) values (?, ?, ?, ?, ?)",
                tokenSha256,
                user.id().number(),
                now,
                now,
                now + atMost.toMillis());
        transaction.done("session.opened", user.name(), Map.of());
    }

    /** The session with this token, when it has neither expired nor been idle for longer than that. */
    public Optional<Session> find(String tokenSha256, Duration idle) {
        var now = transaction.now();
        return transaction.one(
                """
                select user_id, seen_at, expires_at from sessions
                where token_sha256 = ? and expires_at > ? and seen_at > ?""",
                (row, _) -> new Session(
                        tokenSha256,
                        new Id<>(row.getLong(1)),
                        Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3))),
                tokenSha256,
                now,
                now - idle.toMillis());
    }

    /** Says that somebody has just been seen; no act of theirs, so the audit log does not tell. */
    public void seen(Session session) {
        transaction.change(
                "update sessions set seen_at = ? where token_sha256 = ?", transaction.now(), session.tokenSha256());
    }

    /** Signs somebody out. */
    public void end(Session session) {
        var rows = transaction.change("delete from sessions where token_sha256 = ?", session.tokenSha256());
        if (rows > 0) transaction.done("session.ended", session.user(), Map.of());
    }

    void endAll(Id<User> user) {
        transaction.change("delete from sessions where user_id = ?", user.number());
    }

    /** Forgets those that have expired. */
    public void sweep() {
        transaction.change("delete from sessions where expires_at <= ?", transaction.now());
    }
}
