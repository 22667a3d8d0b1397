package dev.touchstone.indexer.archive.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Who did what, when and from where: a chain in which every entry carries the hash of all before it. It only grows; that it
 * was not changed behind the program's back is shown by {@link #verify}.
 */
public final class AuditLog {
    private final Transaction transaction;
    private final Caller caller;
    private final List<Act> acts = new ArrayList<>();

    AuditLog(Transaction transaction, Caller caller) {
        this.transaction = transaction;
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    private record Act(String name, String subject, Map<String, String> details) {}

    /** Where the chain ends. Kept elsewhere, it shows later that nothing was cut off. */
    public record Head(long sequence, String hash) {
        static final Head NONE = new Head(0, "0".repeat(64));
    }

    /** What verifying the chain found. */
    public sealed interface Verdict {
        /** Every entry is as it was written, up to this head. */
        record Sound(Head head) implements Verdict {}

        /** The first place at which the chain does not hold, and what is wrong there. */
        record Broken(long sequence, String fault) implements Verdict {}
    }

    /**
     * Adds an act to be written when this transaction ends well: with it or not at all.
     *
     * @param act such as {@code document.viewed}
     * @param details such as what was before and what is after; no document text, no secrets
     */
    public void add(String act, String subject, Map<String, String> details) {
        acts.add(new Act(act, subject, details));
    }

    /** Goes before whoever else wants to write an act: until the end of this transaction they wait here. */
    void first() {
        transaction.change("update audit_head set sequence = sequence where id = 1");
    }

    /** Writes the acts, last in the transaction. */
    void write() {
        if (acts.isEmpty()) return;
        first();
        var head = head();
        for (var act : acts) {
            var entry = LogEntry.of(
                    head.sequence() + 1, transaction.now(), caller, act.name(), act.subject(), act.details());
            head = new Head(entry.sequence(), entry.hashAfter(head.hash()));
            transaction.change(
                    """
                    insert into audit_log (sequence, at, actor, address, request, act, subject, details, hash)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    entry.sequence(),
                    entry.at().toEpochMilli(),
                    entry.actor(),
                    entry.address(),
                    entry.request(),
                    entry.act(),
                    entry.subject(),
                    entry.details(),
                    head.hash());
        }
        transaction.change("update audit_head set sequence = ?, hash = ? where id = 1", head.sequence(), head.hash());
    }

    public Head head() {
        return transaction
                .one(
                        "select sequence, hash from audit_head where id = 1",
                        (row, _) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .orElse(Head.NONE);
    }

    /** Entries after a number, in order. */
    public List<LogEntry> after(long sequence, int limit) {
        return transaction.list(
                "select * from audit_log where sequence > ? order by sequence limit ?", AuditLog::row, sequence, limit);
    }

    /**
     * Computes the whole chain anew: finds entries that were edited, deleted, put in or swapped.
     *
     * @param known a head from elsewhere, such as a backup; only with one can it be found that the end was cut off, or that
     *     all was written anew
     */
    public Verdict verify(Optional<Head> known) {
        var checking = new Checking(known);
        try (var entries = transaction
                .handle()
                .createQuery("select * from audit_log order by sequence")
                .setFetchSize(1000)
                .map((row, context) -> new Checking.Written(row(row, context), row.getString("hash")))
                .iterator()) {
            while (entries.hasNext() && !checking.isBroken()) checking.next(entries.next());
        }
        return checking.end(head());
    }

    private static LogEntry row(ResultSet row, StatementContext context) throws SQLException {
        return new LogEntry(
                row.getLong("sequence"),
                Instant.ofEpochMilli(row.getLong("at")),
                new Caller(row.getString("actor"), row.getString("address"), row.getString("request")),
                row.getString("act"),
                row.getString("subject"),
                row.getString("details"));
    }
}
