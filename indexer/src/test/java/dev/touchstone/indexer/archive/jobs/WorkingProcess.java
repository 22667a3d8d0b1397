package dev.touchstone.indexer.archive.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledgers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Another program that takes up work and never ends it. */
final class WorkingProcess implements AutoCloseable {
    private final Process process;

    private WorkingProcess(Process process) {
        this.process = process;
    }

    static WorkingProcess start(Database database) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var place = switch (database) {
            case Database.Embedded embedded -> embedded.file().toString();
            case Database.Server server -> server.url();
        };
        return new WorkingProcess(new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkingProcess.class.getName(),
                        place)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    void killWhenWorking() throws IOException, InterruptedException {
        try (var reader = process.inputReader(UTF_8)) {
            var line = reader.readLine();
            while (line != null && !line.equals("working")) line = reader.readLine();
            if (line == null) throw new AssertionError("it ended by itself");
        }
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The program itself. */
    public static void main(String[] arguments) {
        var database = arguments[0].startsWith("jdbc:")
                ? new Database.Server(arguments[0], "postgres", "", 4)
                : Database.Embedded.in(Path.of(arguments[0]));
        Step endless = _ -> {
            System.out.println("working");
            return new Finished.Crashed("it read " + read());
        };
        var ledger = Ledgers.open(database, InstantSource.system(), 99);
        var jobs = Jobs.start(ledger, new Steps(endless, endless, endless), JobsContract.QUICK, "killed");
        jobs.wake();
        // Its threads are daemons: this one keeps it alive until the input, which never comes, ends.
        if (read() < 0) jobs.close();
    }

    private static int read() {
        try {
            return System.in.read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
