package dev.touchstone.indexer.archive.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.indexer.archive.ledger.Database.Embedded;
import dev.touchstone.indexer.archive.ledger.Database.Server;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections for writing, of which SQLite has exactly one, and others that can only read what was committed. */
record Connections(HikariDataSource writing, HikariDataSource reading) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int EMBEDDED_READERS = 4;
    private static final int MIGRATING = 4;

    static Connections open(Database database) {
        var writing = new HikariDataSource(writing(database));
        try {
            return new Connections(writing, new HikariDataSource(reading(database)));
        } catch (RuntimeException failed) {
            writing.close();
            throw failed;
        }
    }

    /** A few connections for the migration, which holds more than one, to be closed after it. */
    static HikariDataSource migrating(Database database) {
        var config = switch (database) {
            case Embedded embedded -> {
                var some = config("ledger-migration", MIGRATING);
                some.setDataSource(embedded(embedded, SQLiteConfig.TransactionMode.DEFERRED));
                yield some;
            }
            case Server server -> server(server, "ledger-migration", MIGRATING);
        };
        return new HikariDataSource(config);
    }

    private static HikariConfig writing(Database database) {
        return switch (database) {
            case Embedded embedded -> {
                var config = config("ledger-writer", 1);
                // A transaction that will write takes the lock at its beginning: none fails half-way because of
                // another.
                config.setDataSource(embedded(embedded, SQLiteConfig.TransactionMode.IMMEDIATE));
                yield config;
            }
            case Server server -> server(server, "ledger-writer", server.connections());
        };
    }

    private static HikariConfig reading(Database database) {
        return switch (database) {
            case Embedded embedded -> {
                var config = config("ledger-reader", EMBEDDED_READERS);
                config.setDataSource(embedded(embedded, SQLiteConfig.TransactionMode.DEFERRED));
                config.setConnectionInitSql("pragma query_only = 1");
                yield config;
            }
            case Server server -> {
                var config = server(server, "ledger-reader", server.connections());
                config.setReadOnly(true);
                // One state of the ledger throughout, as with SQLite.
                config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
                yield config;
            }
        };
    }

    private static HikariConfig server(Server server, String name, int connections) {
        var config = config(name, connections);
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    private static HikariConfig config(String name, int connections) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return config;
    }

    private static DataSource embedded(Embedded embedded, SQLiteConfig.TransactionMode mode) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(
                switch (embedded.durability()) {
                    case FULL -> SQLiteConfig.SynchronousMode.FULL;
                    case NORMAL -> SQLiteConfig.SynchronousMode.NORMAL;
                });
        config.enforceForeignKeys(true);
        config.setTransactionMode(mode);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + embedded.file());
        return source;
    }

    @Override
    public void close() {
        try (writing;
                reading) {
            // Both, whatever the first one says.
        }
    }
}
