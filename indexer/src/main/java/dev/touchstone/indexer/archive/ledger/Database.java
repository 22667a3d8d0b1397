package dev.touchstone.indexer.archive.ledger;

import java.nio.file.Path;

/** Where a ledger is kept. The tables and the SQL are the same everywhere. */
public sealed interface Database {
    /**
     * SQLite in a file, for one process: write-ahead log, one writer beside several readers.
     *
     * @param durability FULL unless what is written can be computed again
     */
    record Embedded(Path file, Durability durability) implements Database {
        /** Keeps what it acknowledged also when the power fails. */
        public static Embedded in(Path file) {
            return new Embedded(file, Durability.FULL);
        }
    }

    /**
     * PostgreSQL, for one or more processes.
     *
     * @param url such as {@code jdbc:postgresql://ledger.example/touchstone}
     * @param connections how many a process may hold for writing, and as many for reading
     */
    record Server(String url, String user, String password, int connections) implements Database {
        public Server {
            if (!url.startsWith("jdbc:postgresql:"))
                throw new IllegalArgumentException("not an address of PostgreSQL: " + url);
            if (connections < 1) throw new IllegalArgumentException("at least one connection is needed");
        }

        /** Without the password, so that it is in no log. */
        @Override
        public String toString() {
            return "Server[url=%s, user=%s, connections=%d]".formatted(url, user, connections);
        }
    }

    /** What a commit waits for. */
    enum Durability {
        /** The disk: a commit survives a power cut. */
        FULL,
        /** The system: a commit survives the end of the program, however it ends, but not a power cut. */
        NORMAL
    }
}
