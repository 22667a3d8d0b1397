package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Users.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.StatementContext;

/** What programs sign in with, in the name of a user. Only hashes are kept. */
public final class Tokens {
    private final Transaction transaction;

    Tokens(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A program may do what the scopes say, and no more than its user may. */
    public record Token(Id<Token> id, Id<User> user, String name, Set<String> scopes, Instant expires) {
        public Token {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Makes a token known. */
    public Token issue(User user, String name, String tokenSha256, Set<String> scopes, Duration lasting) {
        var expires = transaction.now() + lasting.toMillis();
        var token = new Token(transaction.newId(), user.id(), name, scopes, Instant.ofEpochMilli(expires));
        var sorted = String.join(" ", new TreeSet<>(scopes));
        transaction.change(
                """
                insert into tokens (id, user_id, name, token_sha256, scopes, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""", token.id().number(), user.id().number(), name, tokenSha256, sorted, transaction.now(), expires);
        transaction.done("token.issued", user.name(), Map.of("name", name, "scopes", sorted));
        return token;
    }

    /** The token with this hash, when it has neither expired nor been revoked and its user may sign in. */
    public Optional<Token> find(String tokenSha256) {
        return transaction.one("""
                select t.* from tokens t join users u on u.id = t.user_id
                where t.token_sha256 = ? and t.expires_at > ? and t.revoked_at is null and u.disabled_at is null""", Tokens::row, tokenSha256, transaction.now());
    }

    /** Those of a user that are not revoked, by name. */
    public List<Token> all(Id<User> user) {
        return transaction.list(
                "select * from tokens where user_id = ? and revoked_at is null order by name, id",
                Tokens::row,
                user.number());
    }

    public void revoke(Token token) {
        var rows = transaction.change(
                "update tokens set revoked_at = ? where id = ? and revoked_at is null",
                transaction.now(),
                token.id().number());
        if (rows > 0) transaction.done("token.revoked", token.user(), Map.of("name", token.name()));
    }

    private static Token row(ResultSet row, StatementContext context) throws SQLException {
        return new Token(
                new Id<>(row.getLong("id")),
                new Id<>(row.getLong("user_id")),
                row.getString("name"),
                Set.of(row.getString("scopes").split(" ")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
