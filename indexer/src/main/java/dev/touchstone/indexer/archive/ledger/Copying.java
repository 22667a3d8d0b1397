package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Sha256;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Copies a ledger, whole and as it was at one moment, between the two databases: into a file, which is the form of a backup,
 * and from a file into an empty server. The work that is left is put before the workers of the copy.
 */
public final class Copying {
    private static final int AT_ONCE = 500;
    private static final BigInteger ROOM = BigInteger.ONE.shiftLeft(256);

    private Copying() {}

    /**
     * What a table holds, in whatever order.
     *
     * @param sha256 the sum of the hashes of its rows
     */
    public record Content(long rows, String sha256) {}

    /**
     * Copies a ledger into a new file, also while others write to it.
     *
     * @return what each table holds, by its name
     */
    public static SortedMap<String, Content> toFile(Ledger ledger, Path file) {
        try (var copy = ledger.beside(file)) {
            return ledger.read(from -> copy.write(Caller.PROGRAM, to -> copy(Tables.of(to), from, to)));
        }
    }

    /**
     * Copies a ledger that is in a file into another one.
     *
     * @throws BadInput when that one holds anything
     */
    public static SortedMap<String, Content> fromFile(Path file, Ledger into) {
        try (var kept = into.beside(file)) {
            return kept.read(from -> into.write(Caller.PROGRAM, to -> {
                var tables = Tables.of(from);
                requireEmpty(tables, to);
                return copy(tables, from, to);
            }));
        }
    }

    /** Looks at a copy in a file. */
    public static <T> T read(Ledger ledger, Path file, Function<Transaction, T> work) {
        try (var copy = ledger.beside(file)) {
            return copy.read(work);
        }
    }

    /** What each table holds, by its name; {@code file} is a copy of the ledger, which knows the tables. */
    public static SortedMap<String, Content> contents(Ledger ledger, Path file) {
        var tables = read(ledger, file, Tables::of);
        return ledger.read(transaction -> contents(tables, transaction));
    }

    /** Says that every search index is to be made anew, as after a restore. */
    public static void renewIndexes(Ledger ledger) {
        ledger.act(
                Caller.PROGRAM,
                transaction -> transaction
                        .collections()
                        .all()
                        .forEach(collection -> transaction.indexChanges().markAll(collection.id())));
    }

    private static void requireEmpty(Tables tables, Transaction to) {
        for (var table : tables.all())
            if (!table.name().equals("audit_head") && to.number("select count(*) from " + table.name()) > 0)
                throw new BadInput("the database holds a ledger already (there are rows in %s); give an empty one"
                        .formatted(table.name()));
    }

    private static SortedMap<String, Content> copy(Tables tables, Transaction from, Transaction to) {
        // The only row that the steps themselves write.
        to.change("delete from audit_head");
        var copied = new TreeMap<String, Content>();
        for (var table : tables.all()) copied.put(table.name(), copy(table, from, to));
        var arrived = contents(tables, to);
        if (!arrived.equals(copied))
            throw new IllegalStateException("the copy differs: %s became %s".formatted(copied, arrived));
        to.work().scheduleAll();
        return copied;
    }

    private static SortedMap<String, Content> contents(Tables tables, Transaction transaction) {
        var contents = new TreeMap<String, Content>();
        for (var table : tables.all()) {
            var adding = new Adding();
            read(table, transaction, row -> adding.add(table, row));
            contents.put(table.name(), adding.content());
        }
        return contents;
    }

    private static Content copy(Tables.Table table, Transaction from, Transaction to) {
        var adding = new Adding();
        try (var insert = to.handle().getConnection().prepareStatement(table.inserting())) {
            read(table, from, row -> {
                adding.add(table, row);
                insert(table, row, insert);
                if (adding.rows % AT_ONCE == 0) insert.executeBatch();
            });
            insert.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException("the table %s cannot be copied".formatted(table.name()), failed);
        }
        return adding.content();
    }

    private static void insert(Tables.Table table, ResultSet row, PreparedStatement insert) throws SQLException {
        for (var column = 1; column <= table.columns().size(); column++)
            insert.setObject(column, row.getObject(column));
        insert.addBatch();
    }

    private interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    private static void read(Tables.Table table, Transaction transaction, Reader reader) {
        try (var statement = transaction.handle().getConnection().createStatement()) {
            // PostgreSQL would else hold all of the table in memory.
            statement.setFetchSize(AT_ONCE);
            try (var rows = statement.executeQuery(table.selecting())) {
                while (rows.next()) reader.row(rows);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the table %s cannot be read".formatted(table.name()), failed);
        }
    }

    /** Adds up rows. The sum of their hashes is the same in every order, and databases sort texts each in their own way. */
    private static final class Adding {
        private long rows;
        private BigInteger sum = BigInteger.ZERO;

        void add(Tables.Table table, ResultSet row) throws SQLException {
            var text = new StringBuilder();
            for (var column = 1; column <= table.columns().size(); column++) {
                var value = row.getObject(column);
                // With its length, so that no two rows are written alike.
                if (value == null) text.append("- ");
                else
                    text.append(value.toString().length())
                            .append(':')
                            .append(value)
                            .append(' ');
            }
            rows++;
            sum = sum.add(new BigInteger(Sha256.of(text.toString()), 16)).mod(ROOM);
        }

        Content content() {
            return new Content(rows, "%064x".formatted(sum));
        }
    }
}
