package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.indexer.archive.Original;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of scoring versions in runs: one result for each, with its references and their sums, all of it or none. */
public final class Results {
    private static final List<String> ROWS =
            List.of("value_references", "rollups", "audited_authors", "audited_decisions", "audited_parts", "results");

    private final Transaction transaction;

    Results(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * The result of one version in one run.
     *
     * @param reason why it failed, or what was left out; else empty
     * @param entry the bytes of the whole entry, which lie with the artifacts
     */
    public record Result(Id<Run> run, Id<Version> version, Ended ended, String reason, String entry) {}

    /** How it ended. */
    public enum Ended {
        AUDITED,
        PARTIAL,
        FAILED
    }

    /** Keeps the result of a version in a run, in place of an earlier one. */
    public void put(Id<Run> run, Id<Version> version, Entry entry, Original bytes) {
        forget(run, version);
        transaction.change(
                """
                insert into results (run_id, version_id, outcome, reason, entry_sha256, scored_at)
                values (?, ?, ?, ?, ?, ?)""",
                run.number(),
                version.number(),
                ended(entry.outcome()).name(),
                reason(entry.outcome()),
                bytes.sha256(),
                transaction.now());
        var rows = new ResultRows(transaction, run, version);
        var parts = entry.all().toList();
        for (var number = 0; number < parts.size(); number++)
            if (parts.get(number).outcome() instanceof Audited audited)
                rows.add(number, parts.get(number).path(), audited);
    }

    /** Takes the result of a version in a run out, as when its entry is lost: it is shown again when it has another. */
    public void forget(Id<Run> run, Id<Version> version) {
        for (var table : ROWS)
            transaction.change(
                    "delete from %s where run_id = ? and version_id = ?".formatted(table),
                    run.number(),
                    version.number());
    }

    public Optional<Result> find(Id<Run> run, Id<Version> version) {
        return transaction.one(
                "select outcome, reason, entry_sha256 from results where run_id = ? and version_id = ?",
                (row, _) ->
                        new Result(run, version, Ended.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
                run.number(),
                version.number());
    }

    /** The results of what stands in the run's collection now, in the order of paths after the one given. */
    public List<Result> current(Run run, String after, int limit) {
        return transaction.list(
                """
                select r.version_id, r.outcome, r.reason, r.entry_sha256
                from results r join versions v on v.id = r.version_id join documents d on d.id = v.document_id
                where r.run_id = ? and v.current = 1 and d.deleted_at is null and d.path > ?
                order by d.path limit ?""",
                (row, _) -> new Result(
                        run.id(),
                        new Id<>(row.getLong(1)),
                        Ended.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4)),
                run.id().number(),
                after,
                limit);
    }

    /**
     * Who wrote a version and the files inside it, as hashes, by the number of the part: of use to count them.
     *
     * @return nothing for parts that name nobody
     */
    public Map<Integer, List<String>> authors(Id<Run> run, Id<Version> version) {
        var authors = new TreeMap<Integer, List<String>>();
        transaction
                .list("""
                        select part, author_sha256 from audited_authors where run_id = ? and version_id = ?
                        order by part, author_sha256""", (row, _) -> Map.entry(row.getInt(1), row.getString(2)), run.number(), version.number())
                .forEach(author -> authors.computeIfAbsent(author.getKey(), _ -> new ArrayList<>())
                        .add(author.getValue()));
        return authors;
    }

    private static Ended ended(Outcome outcome) {
        return switch (outcome) {
            case Audited audited -> audited.isPartial() ? Ended.PARTIAL : Ended.AUDITED;
            case Failed _ -> Ended.FAILED;
        };
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Audited audited -> String.join("; ", audited.limits());
            case Failed failed -> failed.reason();
        };
    }
}
