package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The people who may sign in. A change of what somebody may do ends their sessions at once. */
public final class Users {
    /** What a {@link #row} is made of. */
    static final String SELECT = "select u.*, f.since from users u left join second_factors f on f.user_id = u.id ";

    private final Transaction transaction;

    Users(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Somebody who may sign in.
     *
     * @param name in lower case: what they sign in with
     * @param password encoded, with the parameters of its encoding; empty for those who only come through a proxy
     * @param secondFactor since when they show a code beside it; empty when the password is enough
     */
    public record User(
            Id<User> id,
            String name,
            String shownAs,
            Role role,
            Optional<String> password,
            Optional<Instant> secondFactor,
            boolean disabled) {
        /** Without the password. */
        @Override
        public String toString() {
            return "User[%s, %s, %s%s]".formatted(id, name, role, disabled ? ", disabled" : "");
        }
    }

    /** What somebody does with the archive. What each may do is decided where they are served. */
    public enum Role {
        ADMIN,
        AUDITOR,
        REVIEWER,
        LEADER,
        AUTHOR,
        READER
    }

    /**
     * Adds somebody.
     *
     * @throws BadInput when the name is taken
     */
    public User add(String name, String shownAs, Role role, Optional<String> password) {
        if (find(name).isPresent()) throw new BadInput("there is a user with the name %s already".formatted(name));
        var user = new User(transaction.newId(), name, shownAs, role, password, Optional.empty(), false);
        transaction.change(
                "insert into users (id, name, shown_as, role, password, created_at) values (?, ?, ?, ?, ?, ?)",
                user.id().number(),
                name,
                shownAs,
                role.name(),
                password,
                transaction.now());
        transaction.done("user.added", name, Map.of("role", role.name()));
        return user;
    }

    public Optional<User> find(String name) {
        return transaction.one(SELECT + "where u.name = ?", Users::row, name);
    }

    public Optional<User> find(Id<User> id) {
        return transaction.one(SELECT + "where u.id = ?", Users::row, id.number());
    }

    /** All of them by name. */
    public List<User> all() {
        return transaction.list(SELECT + "order by u.name", Users::row);
    }

    public void role(User user, Role role) {
        transaction.change(
                "update users set role = ? where id = ?", role.name(), user.id().number());
        transaction.sessions().endAll(user.id());
        transaction.done(
                "user.role_changed", user.name(), Map.of("before", user.role().name(), "after", role.name()));
    }

    /** Gives somebody another password, encoded. */
    public void password(User user, String encoded) {
        transaction.change(
                "update users set password = ? where id = ?", encoded, user.id().number());
        transaction.sessions().endAll(user.id());
        transaction.done("user.password_changed", user.name(), Map.of());
    }

    /** Keeps the same password, encoded with better parameters; nobody has to sign in again. */
    public void reencode(User user, String encoded) {
        transaction.change(
                "update users set password = ? where id = ?", encoded, user.id().number());
        transaction.done("user.password_reencoded", user.name(), Map.of());
    }

    public void disable(User user) {
        transaction.change(
                "update users set disabled_at = ? where id = ?",
                transaction.now(),
                user.id().number());
        transaction.sessions().endAll(user.id());
        transaction.done("user.disabled", user.name(), Map.of());
    }

    public void enable(User user) {
        transaction.change(
                "update users set disabled_at = null where id = ?", user.id().number());
        transaction.done("user.enabled", user.name(), Map.of());
    }

    static User row(ResultSet row, StatementContext context) throws SQLException {
        return new User(
                new Id<>(row.getLong("id")),
                row.getString("name"),
                row.getString("shown_as"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("password")),
                Transaction.moment(row, "since"),
                Transaction.moment(row, "disabled_at").isPresent());
    }
}
