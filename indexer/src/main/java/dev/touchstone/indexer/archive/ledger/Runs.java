package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Charters.Published;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The runs of collections. One is current: what people see; another may be under way to take its place. */
public final class Runs {
    private final Transaction transaction;

    Runs(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What is judged the same way: whatever has a result in it can be compared. */
    public record Run(Id<Run> id, Id<Collection> collection, Terms terms, State state) {}

    /**
     * What a run is locked to.
     *
     * @param program version of the program
     * @param model identity of what recognised the references
     * @param thresholds as text, always written the same way
     * @param boilerplate hash of what repeats across the collection; the bytes lie with the artifacts
     */
    public record Terms(Id<Published> charter, String program, String model, String thresholds, String boilerplate) {}

    /** How far a run has come. */
    public enum State {
        /** Being scored; people still see the one before. */
        OPEN,
        CURRENT,
        /** Another one has taken its place; its results stay for comparison. */
        PAST
    }

    /** Begins a run, or finds the one with the same terms: nothing is ever scored twice alike. */
    public Run begin(Id<Collection> collection, Terms terms) {
        var known = find(collection, terms);
        if (known.isPresent()) return known.get();
        var run = new Run(transaction.newId(), collection, terms, State.OPEN);
        transaction.change(
                """
                insert into runs (id, collection_id, charter_id, program, model, thresholds, boilerplate, state, begun_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                run.id().number(),
                collection.number(),
                terms.charter().number(),
                terms.program(),
                terms.model(),
                terms.thresholds(),
                terms.boilerplate(),
                run.state().name(),
                transaction.now());
        transaction.done("run.begun", run.id(), Map.of("collection", collection.toString(), "model", terms.model()));
        return run;
    }

    /** Makes a run what people see: the search index follows. What was still to be done in the one before is dropped. */
    public void makeCurrent(Run run) {
        transaction.collections().lock(run.collection());
        var before = current(run.collection());
        if (before.filter(other -> other.id().equals(run.id())).isPresent()) return;
        before.ifPresent(other -> {
            state(other, State.PAST);
            transaction.work().cancel(other);
        });
        state(run, State.CURRENT);
        transaction.indexChanges().markAll(run.collection());
        transaction.done(
                "run.made_current",
                run.id(),
                Map.of("before", before.map(other -> other.id().toString()).orElse("")));
    }

    /** Gives up a run that is under way: another is to take the place of the one that people see. */
    public void abandon(Run run) {
        transaction.work().cancel(run);
        state(run, State.PAST);
        transaction.done(
                "run.abandoned", run.id(), Map.of("collection", run.collection().toString()));
    }

    private void state(Run run, State state) {
        transaction.change(
                "update runs set state = ? where id = ?", state.name(), run.id().number());
    }

    public Optional<Run> find(Id<Run> id) {
        return transaction.one("select * from runs where id = ?", Runs::row, id.number());
    }

    /** What people see of a collection. */
    public Optional<Run> current(Id<Collection> collection) {
        return transaction.one(
                "select * from runs where collection_id = ? and state = 'CURRENT'", Runs::row, collection.number());
    }

    /** The one that people see, and those that are to take its place. */
    public List<Run> live(Id<Collection> collection) {
        return transaction.list(
                "select * from runs where collection_id = ? and state <> 'PAST' order by id",
                Runs::row,
                collection.number());
    }

    private Optional<Run> find(Id<Collection> collection, Terms terms) {
        return transaction.one(
                """
                select * from runs
                where collection_id = ? and charter_id = ? and program = ? and model = ? and thresholds = ? and boilerplate = ?""",
                Runs::row,
                collection.number(),
                terms.charter().number(),
                terms.program(),
                terms.model(),
                terms.thresholds(),
                terms.boilerplate());
    }

    private static Run row(ResultSet row, StatementContext context) throws SQLException {
        return new Run(
                new Id<>(row.getLong("id")),
                new Id<>(row.getLong("collection_id")),
                new Terms(
                        new Id<>(row.getLong("charter_id")),
                        row.getString("program"),
                        row.getString("model"),
                        row.getString("thresholds"),
                        row.getString("boilerplate")),
                State.valueOf(row.getString("state")));
    }
}
