package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Work.Ending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What there is to do. A version is read once and scored once in each run; every step is stored before it is begun and when it
 * is done, and a worker that was taken for dead and comes back finds that its step is no longer its own.
 */
public final class Workload {
    private final Transaction transaction;

    Workload(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Who waits for it. */
    public enum Priority {
        /** Many at once, nobody in particular. */
        BULK(0),
        /** A person in front of a page. */
        INTERACTIVE(1);

        private final int rank;

        Priority(int rank) {
            this.rank = rank;
        }

        /** Higher ones come first. */
        int rank() {
            return rank;
        }

        static Priority ofRank(long rank) {
            return rank == INTERACTIVE.rank ? INTERACTIVE : BULK;
        }
    }

    /** How much is waiting or under way. */
    public record Queue(long documents, long bytes) {}

    /** Says that a version is to be read. */
    void read(Version version, Priority priority) {
        add(version.id(), Optional.empty(), Stage.EXTRACT, priority);
    }

    /** Says that a version is to be scored in a run; nothing happens when it was or is being. */
    public void score(Id<Version> version, Run run, Priority priority) {
        add(version, Optional.of(run.id()), Stage.SCORE, priority);
    }

    /** Says that a version that was scored is to be scored again in the runs that people see or will see. */
    void scoreAgain(Version version, Priority priority) {
        var collection = version.document().collection();
        transaction.collections().lock(collection);
        for (var run : transaction.runs().live(collection)) {
            var scored = transaction.one(
                    "select * from work where version_id = ? and run_id = ? and stage not in ('SCORE', 'CANCELLED')",
                    Workload::row,
                    version.id().number(),
                    run.id().number());
            scored.ifPresent(work -> {
                transaction.change("""
                        update work set stage = 'SCORE', attempts = 0, reason = '', message = '', changed_at = ?
                        where id = ?""", transaction.now(), work.id().number());
                Schedule.add(transaction, work.id(), priority);
            });
        }
    }

    /** Says that all that stands in a collection and was read is to be scored in a run. */
    public void scoreAll(Run run) {
        transaction.collections().lock(run.collection());
        var versions = transaction.list(
                """
                select v.id from versions v join documents d on d.id = v.document_id
                join work w on w.version_id = v.id and w.run_id is null and w.stage = 'DONE'
                where v.collection_id = ? and v.current = 1 and d.deleted_at is null order by d.path""",
                (row, _) -> new Id<Version>(row.getLong(1)),
                run.collection().number());
        versions.forEach(version -> score(version, run, Priority.BULK));
    }

    private void add(Id<Version> version, Optional<Id<Run>> run, Stage stage, Priority priority) {
        var id = transaction.<Work>newId();
        var rows = transaction.change(
                """
                insert into work (id, version_id, run_id, stage, attempts, reason, message, priority, changed_at)
                values (?, ?, ?, ?, 0, '', '', ?, ?) on conflict do nothing""",
                id.number(),
                version.number(),
                run.map(Id::number),
                stage.name(),
                priority.rank(),
                transaction.now());
        if (rows > 0) Schedule.add(transaction, id, priority);
    }

    public Optional<Work> find(Id<Work> id) {
        return transaction.one("select * from work where id = ?", Workload::row, id.number());
    }

    /** The reading of a version. */
    public Optional<Work> reading(Id<Version> version) {
        return transaction.one(
                "select * from work where version_id = ? and run_id is null", Workload::row, version.number());
    }

    /**
     * Begins an attempt at the next stage and counts it.
     *
     * @param limit of attempts; when that many were begun and none ended, the last one ended the worker, and the work has
     *     failed
     * @param crashed the reason for that, by stage
     * @return empty when there is nothing to do any more
     */
    public Optional<Work> begin(Id<Work> id, int limit, Function<Stage, Ending> crashed) {
        // Locks the row: of two that begin at once, the second counts the first's attempt.
        transaction.change("update work set changed_at = changed_at where id = ?", id.number());
        var found = find(id).filter(work -> work.stage().isForWorkers());
        if (found.isEmpty()) return Optional.empty();
        var work = found.get();
        if (work.attempts() >= limit) {
            fail(work, crashed.apply(work.stage()));
            return Optional.empty();
        }
        var begun = new Work(work.id(), work.version(), work.run(), work.stage(), work.attempts() + 1, Ending.NONE);
        move(work, begun);
        return Optional.of(begun);
    }

    /**
     * Ends a stage well and goes on to the next.
     *
     * @return false when it was no longer this worker's: nothing that belongs to it may be stored
     */
    public boolean finish(Work work) {
        return switch (work.stage()) {
            case EXTRACT -> move(work, Stage.STRUCTURE);
            case STRUCTURE -> move(work, Stage.DONE) && scoreInRuns(work);
            case SCORE -> finishScoring(work);
            case INDEX, DONE, FAILED, CANCELLED ->
                throw new IllegalStateException("no worker works on this stage: " + work.stage());
        };
    }

    private boolean finishScoring(Work work) {
        var document = version(work).document();
        transaction.collections().lock(document.collection());
        var run = transaction.runs().find(work.run().orElseThrow()).orElseThrow();
        if (run.state() != Runs.State.CURRENT) return move(work, Stage.DONE);
        if (!move(work, Stage.INDEX)) return false;
        transaction.indexChanges().mark(document);
        return true;
    }

    /** What has been read is scored in the run that people see, and in any that is to take its place. */
    private boolean scoreInRuns(Work work) {
        var priority = Priority.ofRank(transaction.number(
                "select priority from work where id = ?", work.id().number()));
        var collection = version(work).document().collection();
        transaction.collections().lock(collection);
        for (var run : transaction.runs().live(collection)) score(work.version(), run, priority);
        return true;
    }

    private Version version(Work work) {
        return transaction.documents().find(work.version()).orElseThrow();
    }

    /** Ends work for good, with a reason. False when it was no longer this worker's. */
    public boolean fail(Work work, Ending why) {
        var failed = new Work(work.id(), work.version(), work.run(), Stage.FAILED, work.attempts(), why);
        if (!move(work, failed)) return false;
        transaction.indexChanges().mark(version(work).document());
        return true;
    }

    /** Gives an attempt back that was not the document's fault, as when the program is asked to stop. */
    public boolean giveBack(Work work) {
        return move(
                work, new Work(work.id(), work.version(), work.run(), work.stage(), work.attempts() - 1, Ending.NONE));
    }

    private boolean move(Work from, Stage next) {
        return move(from, new Work(from.id(), from.version(), from.run(), next, 0, Ending.NONE));
    }

    private boolean move(Work from, Work to) {
        var rows = transaction.change(
                """
                update work set stage = ?, attempts = ?, reason = ?, message = ?, changed_at = ?
                where id = ? and stage = ? and attempts = ?""",
                to.stage().name(),
                to.attempts(),
                to.ending().reason(),
                to.ending().message(),
                transaction.now(),
                from.id().number(),
                from.stage().name(),
                from.attempts());
        return rows == 1;
    }

    /** Lets failed work be tried once more, from its beginning. */
    public void retry(Id<Work> id) {
        var rows = transaction.change("""
                update work set stage = case when run_id is null then 'EXTRACT' else 'SCORE' end, attempts = 0,
                    reason = '', message = '', changed_at = ?
                where id = ? and stage in ('FAILED', 'CANCELLED')""", transaction.now(), id.number());
        if (rows > 0) Schedule.add(transaction, id, Priority.BULK);
    }

    /** Lets a version be read once more, and then scored in every run that is live: what was read of it is lost. */
    public void readAgain(Id<Version> version) {
        transaction.change("delete from work where version_id = ? and run_id is not null", version.number());
        again(version, Optional.empty(), Stage.EXTRACT);
    }

    /** Lets a version be scored once more in a run: what came of it is lost. Past runs are not scored any more. */
    public void scoreAgain(Id<Version> version, Run run) {
        if (run.state() != Runs.State.PAST) again(version, Optional.of(run.id()), Stage.SCORE);
    }

    private void again(Id<Version> version, Optional<Id<Run>> run, Stage stage) {
        var ids = transaction.list(
                "select id from work where version_id = ? and coalesce(run_id, 0) = ? and stage in ('INDEX', 'DONE')",
                (row, _) -> new Id<Work>(row.getLong(1)),
                version.number(),
                run.map(Id::number).orElse(0L));
        for (var id : ids) {
            transaction.change(
                    "update work set stage = ?, attempts = 0, changed_at = ? where id = ?",
                    stage.name(),
                    transaction.now(),
                    id.number());
            Schedule.add(transaction, id, Priority.BULK);
        }
    }

    /** Puts all that is left to do before the workers: a copy of a ledger has the work, but not the schedule. */
    void scheduleAll() {
        transaction
                .list(
                        "select id, priority from work where stage in ('EXTRACT', 'STRUCTURE', 'SCORE') order by id",
                        (row, _) -> Map.entry(new Id<Work>(row.getLong(1)), Priority.ofRank(row.getLong(2))))
                .forEach(work -> Schedule.add(transaction, work.getKey(), work.getValue()));
    }

    /** Drops what a run has not scored yet. What is under way ends without an effect. */
    public int cancel(Run run) {
        return transaction.change(
                "update work set stage = 'CANCELLED', changed_at = ? where run_id = ? and stage in ('SCORE', 'INDEX')",
                transaction.now(),
                run.id().number());
    }

    /** How far the versions of a run, or with an empty one all readings of a collection, have come. */
    public Map<Stage, Long> progress(Id<Collection> collection, Optional<Run> run) {
        return transaction
                .list(
                        """
                        select w.stage, count(*) as works from work w join versions v on v.id = w.version_id
                        where v.collection_id = ? and coalesce(w.run_id, 0) = ? group by w.stage""",
                        (row, _) -> Map.entry(Stage.valueOf(row.getString(1)), row.getLong(2)),
                        collection.number(),
                        run.map(known -> known.id().number()).orElse(0L))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether all that is to be scored in a run has come to its end. */
    public boolean isScored(Run run) {
        return transaction.number(
                        "select count(*) from work where run_id = ? and stage = 'SCORE'",
                        run.id().number())
                == 0;
    }

    /** How many versions of a collection are still being read or waiting for it. */
    public long unread(Id<Collection> collection) {
        return transaction.number("""
                select count(*) from work w join versions v on v.id = w.version_id
                where v.collection_id = ? and w.run_id is null and w.stage in ('EXTRACT', 'STRUCTURE')""", collection.number());
    }

    /** What ended badly, the latest first. */
    public List<Work> failed(int limit) {
        return transaction.list(
                "select * from work where stage = 'FAILED' order by changed_at desc, id limit ?", Workload::row, limit);
    }

    /** What waits for workers, so that more can be refused when it is too much. */
    public Queue queue() {
        return transaction
                .one("""
                        select count(*) as documents, coalesce(sum(v.size), 0) as bytes
                        from work w join versions v on v.id = w.version_id
                        where w.stage in ('EXTRACT', 'STRUCTURE', 'SCORE')""", (row, _) -> new Queue(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    /** How many documents have ended how: {@code done}, or the reason for which they failed. A version counts once a run. */
    public Map<String, Long> endings() {
        return transaction.list("""
                        select case when stage = 'FAILED' then reason else lower(stage) end as ending, count(*) as works
                        from work where stage in ('FAILED', 'CANCELLED') or stage = 'DONE' and run_id is not null
                        group by 1 order by 1""", (row, _) -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Work row(ResultSet row, StatementContext context) throws SQLException {
        var run = row.getLong("run_id");
        var isReading = row.wasNull();
        return new Work(
                new Id<>(row.getLong("id")),
                new Id<>(row.getLong("version_id")),
                isReading ? Optional.empty() : Optional.of(new Id<>(run)),
                Stage.valueOf(row.getString("stage")),
                row.getInt("attempts"),
                new Ending(row.getString("reason"), row.getString("message")));
    }
}
