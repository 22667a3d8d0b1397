package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Work.Ending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** What was sent together, and how far it has come: the jobs of the API. */
public final class Uploads {
    private final Transaction transaction;

    Uploads(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Files that were sent together, in the order in which they were sent. */
    public record Upload(Id<Upload> id, Id<Collection> collection, String by, List<Item> items) {
        public Upload {
            items = List.copyOf(items);
        }
    }

    /**
     * One of the files.
     *
     * @param name as it was sent this time
     * @param known whether the collection had the same bytes
     * @param stage of reading until that is done, then of scoring in the run that people see; STRUCTURE done and no such run
     *     is {@code DONE}
     * @param begun whether somebody works on the stage
     */
    public record Item(
            String name, Id<Version> version, String path, boolean known, Stage stage, boolean begun, Ending ending) {}

    /** A file to be recorded. */
    public record Sent(String name, Version version, boolean known) {}

    /** Records what was sent together. */
    public Id<Upload> add(Id<Collection> collection, List<Sent> sent) {
        var id = transaction.<Upload>newId();
        transaction.change(
                "insert into jobs (id, collection_id, submitted_by, submitted_at) values (?, ?, ?, ?)",
                id.number(),
                collection.number(),
                transaction.log().caller().actor(),
                transaction.now());
        for (var position = 0; position < sent.size(); position++)
            transaction.change(
                    "insert into job_items (job_id, position, name, version_id, known) values (?, ?, ?, ?, ?)",
                    id.number(),
                    position,
                    sent.get(position).name(),
                    sent.get(position).version().id().number(),
                    sent.get(position).known() ? 1 : 0);
        return id;
    }

    public Optional<Upload> find(Id<Upload> id) {
        return transaction.one(
                "select collection_id, submitted_by from jobs where id = ?",
                (row, _) -> new Upload(id, new Id<>(row.getLong(1)), row.getString(2), items(id)),
                id.number());
    }

    private List<Item> items(Id<Upload> id) {
        return transaction.list("""
                select i.name, i.known, v.id, d.path,
                    case when r.stage = 'DONE' then coalesce(s.stage, 'DONE') else r.stage end as stage,
                    case when r.stage = 'DONE' then coalesce(s.attempts, 0) else r.attempts end as attempts,
                    case when r.stage = 'DONE' then coalesce(s.reason, '') else r.reason end as reason,
                    case when r.stage = 'DONE' then coalesce(s.message, '') else r.message end as message
                from job_items i
                join versions v on v.id = i.version_id
                join documents d on d.id = v.document_id
                join work r on r.version_id = v.id and r.run_id is null
                left join runs c on c.collection_id = v.collection_id and c.state = 'CURRENT'
                left join work s on s.version_id = v.id and s.run_id = c.id
                where i.job_id = ? order by i.position""", Uploads::item, id.number());
    }

    /** Drops what was sent and is not done yet. What was known before goes on. */
    public int cancel(Id<Upload> id) {
        var rows = transaction.change("""
                update work set stage = 'CANCELLED', changed_at = ?
                where stage in ('EXTRACT', 'STRUCTURE', 'SCORE')
                    and version_id in (select version_id from job_items where job_id = ? and known = 0)""", transaction.now(), id.number());
        if (rows > 0) transaction.done("job.cancelled", id, java.util.Map.of("dropped", Integer.toString(rows)));
        return rows;
    }

    private static Item item(ResultSet row, StatementContext context) throws SQLException {
        return new Item(
                row.getString("name"),
                new Id<>(row.getLong("id")),
                row.getString("path"),
                row.getInt("known") == 1,
                Stage.valueOf(row.getString("stage")),
                row.getInt("attempts") > 0,
                new Ending(row.getString("reason"), row.getString("message")));
    }
}
