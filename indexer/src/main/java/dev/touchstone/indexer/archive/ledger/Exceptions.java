package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The register of exceptions: compromises of a value that somebody knowingly allowed in a decision. They change no score. */
public final class Exceptions {
    private static final String STANDING = """
            select e.*, d.collection_id from exceptions e join documents d on d.id = e.document_id
            where e.withdrawn_at is null and d.deleted_at is null
            """;

    private final Transaction transaction;

    Exceptions(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * What was allowed.
     *
     * @param path of the file with the decision, in its collection
     * @param decision id of the decision in that file
     * @param title of the decision when this was written
     * @param value id of the value that is compromised
     * @param until the last day
     */
    public record Allowance(
            String path,
            String decision,
            String title,
            String value,
            String approvedBy,
            String because,
            LocalDate until) {}

    /** An allowance that was written down, by whom and when. */
    public record Allowed(
            Id<Allowed> id,
            Id<Document> document,
            Id<Collection> collection,
            Allowance allowance,
            String by,
            Instant at) {}

    /** Writes an exception down. */
    public Allowed add(Document document, Allowance allowance) {
        var id = transaction.<Allowed>newId();
        transaction.change(
                """
                insert into exceptions (id, document_id, path, decision, title, value, approved_by, because, until_day,
                    written_by, written_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id.number(),
                document.id().number(),
                allowance.path(),
                allowance.decision(),
                allowance.title(),
                allowance.value(),
                allowance.approvedBy(),
                allowance.because(),
                allowance.until().toString(),
                transaction.log().caller().actor(),
                transaction.now());
        transaction.done(
                "exception.allowed",
                allowance.path(),
                Map.of(
                        "exception", id.toString(),
                        "decision", allowance.decision(),
                        "value", allowance.value(),
                        "approved_by", allowance.approvedBy(),
                        "because", allowance.because(),
                        "until", allowance.until().toString()));
        return find(id).orElseThrow();
    }

    /** One that stands; empty when it was withdrawn or its document is deleted. */
    public Optional<Allowed> find(Id<Allowed> id) {
        return transaction.one(STANDING + "and e.id = ?", Exceptions::row, id.number());
    }

    /** Those that stand in a collection, expired or not, by their last day. */
    public List<Allowed> of(Id<Collection> collection) {
        return transaction.list(
                STANDING + "and d.collection_id = ? order by e.until_day, e.path, e.decision, e.value, e.id",
                Exceptions::row,
                collection.number());
    }

    /** Takes an exception back, as when it was written by mistake. The row stays. */
    public void withdraw(Allowed allowed, String because) {
        var rows = transaction.change(
                "update exceptions set withdrawn_at = ?, withdrawn_because = ? where id = ? and withdrawn_at is null",
                transaction.now(),
                because,
                allowed.id().number());
        if (rows > 0)
            transaction.done(
                    "exception.withdrawn",
                    allowed.allowance().path(),
                    Map.of("exception", allowed.id().toString(), "because", because));
    }

    private static Allowed row(ResultSet row, StatementContext context) throws SQLException {
        return new Allowed(
                new Id<>(row.getLong("id")),
                new Id<>(row.getLong("document_id")),
                new Id<>(row.getLong("collection_id")),
                new Allowance(
                        row.getString("path"),
                        row.getString("decision"),
                        row.getString("title"),
                        row.getString("value"),
                        row.getString("approved_by"),
                        row.getString("because"),
                        LocalDate.parse(row.getString("until_day"))),
                row.getString("written_by"),
                Instant.ofEpochMilli(row.getLong("written_at")));
    }
}
