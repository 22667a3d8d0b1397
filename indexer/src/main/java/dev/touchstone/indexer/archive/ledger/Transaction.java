package dev.touchstone.indexer.archive.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * One state of the ledger, and what is being changed of it: all of that or nothing. Of use only inside the work that it was
 * given to, on its thread.
 */
public final class Transaction {
    private final Ledger ledger;
    private final Handle handle;
    private final AuditLog log;

    Transaction(Ledger ledger, Handle handle, Caller caller) {
        this.ledger = ledger;
        this.handle = handle;
        this.log = new AuditLog(this, caller);
    }

    public Collections collections() {
        return new Collections(this);
    }

    public Documents documents() {
        return new Documents(this);
    }

    public Contents contents() {
        return new Contents(this);
    }

    public Erasing erasing() {
        return new Erasing(this);
    }

    public Holdings holdings() {
        return new Holdings(this);
    }

    public Artifacts artifacts() {
        return new Artifacts(this);
    }

    public Charters charters() {
        return new Charters(this);
    }

    public Runs runs() {
        return new Runs(this);
    }

    public Results results() {
        return new Results(this);
    }

    public Portfolio portfolio() {
        return new Portfolio(this);
    }

    public Workload work() {
        return new Workload(this);
    }

    public Uploads uploads() {
        return new Uploads(this);
    }

    public IndexChanges indexChanges() {
        return new IndexChanges(this);
    }

    public Exceptions exceptions() {
        return new Exceptions(this);
    }

    public WatchedFiles watchedFiles() {
        return new WatchedFiles(this);
    }

    public Users users() {
        return new Users(this);
    }

    public Sessions sessions() {
        return new Sessions(this);
    }

    public SecondFactors secondFactors() {
        return new SecondFactors(this);
    }

    public Tokens tokens() {
        return new Tokens(this);
    }

    public AuditLog log() {
        return log;
    }

    /** Says in the audit log what was done; it is written when the transaction ends well. */
    void done(String act, Object subject, Map<String, String> details) {
        log.add(act, subject.toString(), details);
    }

    <T> Id<T> newId() {
        return ledger.newId();
    }

    /** This moment, in milliseconds. */
    long now() {
        return ledger.clock().millis();
    }

    int change(String sql, Object... arguments) {
        return handle.execute(sql, Storable.all(arguments));
    }

    <T> List<T> list(String sql, RowMapper<T> mapper, Object... arguments) {
        return handle.select(sql, Storable.all(arguments)).map(mapper).list();
    }

    <T> Optional<T> one(String sql, RowMapper<T> mapper, Object... arguments) {
        return handle.select(sql, Storable.all(arguments)).map(mapper).findOne();
    }

    /** The only column of the only row. */
    long number(String sql, Object... arguments) {
        return handle.select(sql, Storable.all(arguments)).mapTo(Long.class).one();
    }

    Handle handle() {
        return handle;
    }

    Ledger ledger() {
        return ledger;
    }

    /** The moment in a column that may hold none. */
    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
