package dev.touchstone.indexer.archive.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The collections, each the records of a team, and the members of those that are confidential. */
public final class Collections {
    private final Transaction transaction;

    Collections(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A team's records. */
    public record Collection(Id<Collection> id, String name, Access access) {}

    /** Who may see what is in a collection. */
    public enum Access {
        /** Everybody who may see documents at all. */
        OPEN,
        /** Its members; to others it is as if it were not there. */
        CONFIDENTIAL
    }

    /** The collection with this name, made when it is missing. An existing one keeps its access. */
    public Collection ensure(String name, Access access) {
        var made = new Collection(transaction.newId(), name, access);
        var rows = transaction.change(
                "insert into collections (id, name, access, created_at) values (?, ?, ?, ?) on conflict (name) do nothing",
                made.id().number(),
                name,
                access.name(),
                transaction.now());
        if (rows == 0) return find(name).orElseThrow();
        transaction.done("collection.made", name, Map.of("access", access.name()));
        return made;
    }

    public Optional<Collection> find(String name) {
        return transaction.one("select id, name, access from collections where name = ?", Collections::row, name);
    }

    public Optional<Collection> find(Id<Collection> id) {
        return transaction.one("select id, name, access from collections where id = ?", Collections::row, id.number());
    }

    /** All of them by name. */
    public List<Collection> all() {
        return transaction.list("select id, name, access from collections order by name", Collections::row);
    }

    /** Those that are open or have this member, by name. */
    public List<Collection> visibleTo(Id<Users.User> user) {
        return transaction.list("""
                select id, name, access from collections
                where access = 'OPEN' or id in (select collection_id from members where user_id = ?)
                order by name""", Collections::row, user.number());
    }

    /** The members of a collection by name, whether or not it is confidential now. */
    public List<Users.User> members(Id<Collection> collection) {
        return transaction.list(
                Users.SELECT + "join members m on m.user_id = u.id where m.collection_id = ? order by u.name",
                Users::row,
                collection.number());
    }

    /** Opens a collection to everybody, or closes it to all but its members. */
    public void restrict(Collection collection, Access access) {
        transaction.change(
                "update collections set access = ? where id = ?",
                access.name(),
                collection.id().number());
        transaction.done(
                "collection.restricted",
                collection.name(),
                Map.of("before", collection.access().name(), "after", access.name()));
    }

    public void addMember(Collection collection, Users.User user) {
        var rows = transaction.change(
                "insert into members (collection_id, user_id, added_at) values (?, ?, ?) on conflict do nothing",
                collection.id().number(),
                user.id().number(),
                transaction.now());
        if (rows > 0) transaction.done("collection.member_added", collection.name(), Map.of("member", user.name()));
    }

    public void removeMember(Collection collection, Users.User user) {
        var rows = transaction.change(
                "delete from members where collection_id = ? and user_id = ?",
                collection.id().number(),
                user.id().number());
        if (rows > 0) transaction.done("collection.member_removed", collection.name(), Map.of("member", user.name()));
    }

    /**
     * Until this transaction ends, no other that asks for the same collection goes on: what is read and scored, and which run
     * it is scored in, change one after the other.
     */
    void lock(Id<Collection> collection) {
        transaction.change("update collections set access = access where id = ?", collection.number());
    }

    private static Collection row(ResultSet row, StatementContext context) throws SQLException {
        return new Collection(
                new Id<>(row.getLong("id")), row.getString("name"), Access.valueOf(row.getString("access")));
    }
}
