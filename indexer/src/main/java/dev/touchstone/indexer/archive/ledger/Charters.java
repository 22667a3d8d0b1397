package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The charters of an organisation, version by version. A published one is never changed. */
public final class Charters {
    private static final String COLUMNS =
            "select id, organisation, version, effective_from, sha256, text from charters ";

    private final Transaction transaction;

    Charters(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A charter as it was published.
     *
     * @param from the first day on which it is in force, until another one is
     * @param sha256 of the file's bytes
     * @param text of the file
     */
    public record Published(
            Id<Published> id, String organisation, int version, LocalDate from, String sha256, String text) {}

    /**
     * Publishes a charter. Publishing the same one again changes nothing.
     *
     * @throws BadInput when another one has this version
     */
    public Published publish(String organisation, int version, LocalDate from, String sha256, String text) {
        var known = transaction.one(
                COLUMNS + "where organisation = ? and version = ?", Charters::row, organisation, version);
        if (known.isPresent()) return same(known.get(), from, sha256);
        var charter = new Published(transaction.newId(), organisation, version, from, sha256, text);
        transaction.change(
                """
                insert into charters (id, organisation, version, effective_from, sha256, text, published_at)
                values (?, ?, ?, ?, ?, ?, ?)""", charter.id().number(), organisation, version, from.toString(), sha256, text, transaction.now());
        transaction.done(
                "charter.published",
                organisation,
                Map.of("version", Integer.toString(version), "from", from.toString(), "sha256", sha256));
        return charter;
    }

    private static Published same(Published known, LocalDate from, String sha256) {
        if (known.sha256().equals(sha256) && known.from().equals(from)) return known;
        throw new BadInput(
                "version %d of the charter of %s was published before and is another one; give it a new version"
                        .formatted(known.version(), known.organisation()));
    }

    /** The charter with these bytes. */
    public Optional<Published> find(String organisation, String sha256) {
        return transaction.one(
                COLUMNS + "where organisation = ? and sha256 = ? order by version desc limit 1",
                Charters::row,
                organisation,
                sha256);
    }

    public Optional<Published> find(Id<Published> id) {
        return transaction.one(COLUMNS + "where id = ?", Charters::row, id.number());
    }

    /** The charter that is in force on a day: of those that had begun, the one that began last. */
    public Optional<Published> inForce(String organisation, LocalDate day) {
        return transaction.one(
                COLUMNS
                        + "where organisation = ? and effective_from <= ? order by effective_from desc, version desc limit 1",
                Charters::row,
                organisation,
                day.toString());
    }

    /** All versions, the oldest first. */
    public List<Published> all(String organisation) {
        return transaction.list(COLUMNS + "where organisation = ? order by version", Charters::row, organisation);
    }

    private static Published row(ResultSet row, StatementContext context) throws SQLException {
        return new Published(
                new Id<>(row.getLong("id")),
                row.getString("organisation"),
                row.getInt("version"),
                LocalDate.parse(row.getString("effective_from")),
                row.getString("sha256"),
                row.getString("text"));
    }
}
