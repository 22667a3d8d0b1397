package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.Original;
import dev.touchstone.indexer.archive.ledger.Artifacts.Kind;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import java.util.List;

/** Which bytes the ledger refers to. Whatever else lies in the stores may be deleted after a while. */
public final class Holdings {
    private final Transaction transaction;

    Holdings(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What derived bytes are to the ledger: from this follows how they are made again. */
    public sealed interface Use {
        /** What was made of a version, whatever it is judged by. */
        record OfVersion(Id<Version> version, Kind kind) implements Use {}

        /** The entry of a version in a run. */
        record OfResult(Id<Run> run, Id<Version> version) implements Use {}

        /** What a run is locked to. */
        record OfRun(Id<Run> run) implements Use {}
    }

    /** Derived bytes and one use of them; the same bytes may have several. */
    public record Derived(String sha256, Use use) {}

    /** How much there is that is not erased, of all versions; the same bytes in two collections count twice. */
    public record Amount(int files, long bytes) {}

    /** What a user has sent, with what this transaction adds. */
    public Amount sentBy(Caller caller) {
        return amount("added_by", caller.actor());
    }

    /** What a collection holds, with what this transaction adds. */
    public Amount keptIn(Id<Collection> collection) {
        return amount("collection_id", collection.number());
    }

    /** Whoever else counts or writes an act waits until the end of this transaction, so that two at once do not both find room. */
    private Amount amount(String column, Object of) {
        transaction.log().first();
        return transaction
                .one(
                        "select count(*), coalesce(sum(size), 0) from versions where %s = ?".formatted(column),
                        (row, _) -> new Amount(row.getInt(1), row.getLong(2)),
                        of)
                .orElseThrow();
    }

    /** The bytes of all versions, each once, in order of their hashes. */
    public List<Original> originals() {
        return transaction.list(
                "select distinct sha256, size from versions order by sha256",
                (row, _) -> new Original(row.getString(1), row.getLong(2)));
    }

    /** The paths at which these bytes stand or stood, in order. */
    public List<String> paths(String sha256) {
        return transaction.list(
                "select distinct d.path from documents d join versions v on v.document_id = d.id where v.sha256 = ? order by d.path",
                (row, _) -> row.getString(1),
                sha256);
    }

    /** All derived bytes with their uses, in order of hashes. */
    public List<Derived> derived() {
        return transaction.list(
                """
                select sha256, 1 as use, version_id as one, 0 as other, kind from artifacts
                union all select entry_sha256, 2, run_id, version_id, '' from results
                union all select boilerplate, 3, id, 0, '' from runs
                order by 1, 2, 3, 4, 5""",
                (row, _) -> new Derived(
                        row.getString(1),
                        switch (row.getInt(2)) {
                            case 1 -> new Use.OfVersion(new Id<>(row.getLong(3)), Kind.valueOf(row.getString(5)));
                            case 2 -> new Use.OfResult(new Id<>(row.getLong(3)), new Id<>(row.getLong(4)));
                            default -> new Use.OfRun(new Id<>(row.getLong(3)));
                        }));
    }
}
