package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.indexer.archive.Unavailable.Reason;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells faults of the database, which pass, from faults of ours, which do not. */
final class Faults {
    /**
     * PostgreSQL: two transactions were in each other's way, and this one has to begin again. 23505 is a key that another
     * transaction has just used: it will be found there.
     */
    private static final Set<String> AGAIN = Set.of("40001", "40P01", "23505");

    private Faults() {}

    /** The fault as callers know it: {@link Unavailable} when the database cannot, else as it was. */
    static RuntimeException unavailable(RuntimeException failed) {
        return reason(failed)
                .<RuntimeException>map(reason -> new Unavailable(reason, "the ledger cannot be used now", failed))
                .orElse(failed);
    }

    static boolean isWorthRepeating(RuntimeException failed) {
        return causes(failed).anyMatch(cause -> AGAIN.contains(String.valueOf(cause.getSQLState())));
    }

    private static Optional<Reason> reason(Throwable failed) {
        return causes(failed).flatMap(cause -> reason(cause).stream()).findFirst();
    }

    private static Optional<Reason> reason(SQLException fault) {
        if (fault instanceof SQLiteException embedded) return reason(embedded.getResultCode());
        var state = String.valueOf(fault.getSQLState());
        if (state.startsWith("53")) return Optional.of(state.equals("53100") ? Reason.NO_SPACE : Reason.BUSY);
        if (state.startsWith("40") || state.equals("55P03")) return Optional.of(Reason.BUSY);
        // 08: the connection; 57P: the server is going down or coming up; 58: its disk.
        var away = state.startsWith("08") || state.startsWith("57P") || state.startsWith("58") || isClosed(fault);
        return away || fault instanceof SQLTransientConnectionException
                ? Optional.of(Reason.OUT_OF_REACH)
                : Optional.empty();
    }

    /** The pool's word for a connection that broke while somebody had it; it has no state. */
    private static boolean isClosed(SQLException fault) {
        return fault.getSQLState() == null && "Connection is closed".equals(fault.getMessage());
    }

    private static Optional<Reason> reason(SQLiteErrorCode code) {
        // The lowest byte is the kind; the others tell more of it.
        return switch (code.code & 0xff) {
            case 5, 6 -> Optional.of(Reason.BUSY);
            case 13 -> Optional.of(Reason.NO_SPACE);
            case 8, 10, 11, 14 -> Optional.of(Reason.OUT_OF_REACH);
            default -> Optional.empty();
        };
    }

    private static Stream<SQLException> causes(Throwable failed) {
        return Stream.<Throwable>iterate(failed, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }
}
