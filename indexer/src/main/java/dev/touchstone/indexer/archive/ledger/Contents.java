package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Work.Ending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What a collection shows in a run: of each document the version that stands there now, and until that one has come to its end
 * the one before.
 */
public final class Contents {
    private static final String ENDED = """
            select d.id as document_id, d.path, v.id as version_id, v.sha256, x.entry_sha256,
                case when r.stage = 'FAILED' then r.reason else s.reason end as reason,
                case when r.stage = 'FAILED' then r.message else s.message end as message
            from documents d
            join versions v on v.document_id = d.id
            join work r on r.version_id = v.id and r.run_id is null
            left join work s on s.version_id = v.id and s.run_id = ?
            left join results x on x.version_id = v.id and x.run_id = ?
            where d.collection_id = ? and d.deleted_at is null
                and (x.entry_sha256 is not null or r.stage = 'FAILED' or s.stage = 'FAILED')
            """;

    private final Transaction transaction;

    Contents(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A document with what came of the version that is shown. */
    public record Shown(Id<Document> document, String path, Id<Version> version, String sha256, Came came) {}

    /** What came of a version. */
    public sealed interface Came {
        /** It was scored; the whole entry lies with the artifacts, under this hash. */
        record Scored(String entry) implements Came {}

        /** It could not be read or scored. */
        record Failed(Ending ending) implements Came {}
    }

    /** All that has come to an end, in order of paths. */
    public List<Shown> of(Run run) {
        return firstOfEach(transaction.list(
                ENDED + "order by d.path, v.current desc, v.number desc",
                Contents::row,
                run.id().number(),
                run.id().number(),
                run.collection().number()));
    }

    /** One document; empty when it is deleted or nothing has come of it yet. */
    public Optional<Shown> of(Run run, Id<Document> document) {
        return transaction
                .list(
                        ENDED + "and d.id = ? order by v.current desc, v.number desc",
                        Contents::row,
                        run.id().number(),
                        run.id().number(),
                        run.collection().number(),
                        document.number())
                .stream()
                .findFirst();
    }

    /** What came of one version, whether it is shown or not; empty when it has not come to an end in this run. */
    public Optional<Shown> of(Run run, Version version) {
        return transaction.one(
                ENDED + "and v.id = ?",
                Contents::row,
                run.id().number(),
                run.id().number(),
                run.collection().number(),
                version.id().number());
    }

    private static List<Shown> firstOfEach(List<Shown> versions) {
        var shown = new ArrayList<Shown>();
        for (var version : versions)
            if (shown.isEmpty() || !shown.getLast().document().equals(version.document())) shown.add(version);
        return shown;
    }

    /** A document whose current version has not come to its end, and how far it has come. */
    public record Pending(String path, String sha256, Stage stage, boolean begun) {}

    /** What is on its way: being read, or being scored in the run that people see. */
    public List<Pending> pending(Id<Collection> collection) {
        return transaction.list(
                """
                select d.path, v.sha256,
                    case when r.stage = 'DONE' then s.stage else r.stage end as stage,
                    case when r.stage = 'DONE' then s.attempts else r.attempts end as attempts
                from documents d
                join versions v on v.document_id = d.id and v.current = 1
                join work r on r.version_id = v.id and r.run_id is null
                left join runs c on c.collection_id = d.collection_id and c.state = 'CURRENT'
                left join work s on s.version_id = v.id and s.run_id = c.id
                where d.collection_id = ? and d.deleted_at is null
                    and (r.stage in ('EXTRACT', 'STRUCTURE') or r.stage = 'DONE' and s.stage in ('SCORE', 'INDEX'))
                order by d.path""",
                (row, _) -> new Pending(
                        row.getString("path"),
                        row.getString("sha256"),
                        Stage.valueOf(row.getString("stage")),
                        row.getInt("attempts") > 0),
                collection.number());
    }

    /** The files that were not taken, in order of paths. */
    public List<Skipped> leftOut(Id<Collection> collection) {
        return transaction.list(
                "select path, reason from left_out where collection_id = ? order by path",
                (row, _) -> new Skipped(row.getString(1), row.getString(2)),
                collection.number());
    }

    /** Says which files were not taken; of the same path, the last reason counts. */
    public void leaveOut(Id<Collection> collection, List<Skipped> skipped) {
        for (var one : skipped) transaction.change("""
                    insert into left_out (collection_id, path, reason) values (?, ?, ?)
                    on conflict (collection_id, path) do update set reason = excluded.reason""", collection.number(), one.path(), one.reason());
    }

    /** Says that there is nothing to say any longer of a path: its file was taken, or is gone. */
    public void leaveOutNoLonger(Id<Collection> collection, String path) {
        transaction.change("delete from left_out where collection_id = ? and path = ?", collection.number(), path);
    }

    private static Shown row(ResultSet row, StatementContext context) throws SQLException {
        var entry = Optional.ofNullable(row.getString("entry_sha256"));
        var failed = new Came.Failed(
                new Ending(String.valueOf(row.getString("reason")), String.valueOf(row.getString("message"))));
        return new Shown(
                new Id<>(row.getLong("document_id")),
                row.getString("path"),
                new Id<>(row.getLong("version_id")),
                row.getString("sha256"),
                entry.<Came>map(Came.Scored::new).orElse(failed));
    }
}
