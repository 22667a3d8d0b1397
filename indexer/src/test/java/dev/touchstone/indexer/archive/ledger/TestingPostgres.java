package dev.touchstone.indexer.archive.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL of Debian's, in a folder of its own, on a port of loopback; it ends with the tests. */
public final class TestingPostgres {
    private static final String USER = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path folder;
    private final Path programs;
    private final int port;

    private TestingPostgres(Path folder, Path programs, int port) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
    }

    private static final class Running {
        static final TestingPostgres SERVER = start();
    }

    /** A database that nobody has used. */
    public static Database.Server fresh() {
        var server = Running.SERVER;
        var name = "testing_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(server.url("postgres"), USER, "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot make a database", failed);
        }
        return new Database.Server(server.url(name), USER, "", 8);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static TestingPostgres start() {
        try {
            var server = new TestingPostgres(Files.createTempDirectory("touchstone-postgres"), programs(), freePort());
            if (isRoot()) run(List.of("chown", USER, server.folder.toString()));
            server.run(
                    "initdb", "--no-sync", "-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C", "-D", server.data());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-postgres"));
            server.begin();
            return server;
        } catch (IOException failed) {
            throw new IllegalStateException("PostgreSQL could not be started", failed);
        }
    }

    private void begin() throws IOException {
        run(
                "pg_ctl",
                "-w",
                "-t",
                "120",
                "-D",
                data(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-c listen_addresses=127.0.0.1 -c max_connections=200 -p %d -k %s".formatted(port, folder),
                "start");
    }

    /** Ends the server as a crash would, without a word to those who are connected, and starts it again. */
    public static void crash() {
        try {
            Running.SERVER.run("pg_ctl", "-m", "immediate", "-D", Running.SERVER.data(), "stop");
            Running.SERVER.begin();
        } catch (IOException failed) {
            throw new IllegalStateException("PostgreSQL could not be crashed", failed);
        }
    }

    private void stop() {
        try {
            run("pg_ctl", "-m", "immediate", "-D", data(), "stop");
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        } catch (IOException failed) {
            throw new IllegalStateException("PostgreSQL could not be stopped", failed);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** The newest of Debian's. */
    private static Path programs() throws IOException {
        var root = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(root))
            try (var versions = Files.list(root)) {
                var newest = versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.naturalOrder());
                if (newest.isPresent()) return newest.get();
            }
        throw new IllegalStateException(
                "PostgreSQL is missing. Install it, for example with: apt-get install postgresql-15");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to be run by root. */
    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) command.addAll(List.of("runuser", "-u", USER, "--"));
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        var said = Files.createTempFile("touchstone-postgres", ".txt");
        // Into a file: the server inherits the stream and keeps it open.
        var process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (process.waitFor() != 0)
                throw new IllegalStateException(String.join(" ", command) + "\n" + Files.readString(said, UTF_8));
            Files.delete(said);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it ran " + command, stop);
        }
    }
}
