package dev.touchstone.indexer.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.indexer.archive.ledger.Addition;
import dev.touchstone.indexer.archive.ledger.Arrival;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Workload.Priority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;

/** Another program that archives without end, says what it has acknowledged, and is killed while it does. */
final class ArchivingProcess implements AutoCloseable {
    private static final int THREADS = 3;

    private final Process process;

    private ArchivingProcess(Process process) {
        this.process = process;
    }

    static ArchivingProcess start(Path folder, long seed) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArchivingProcess(new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ArchivingProcess.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Waits for so many acknowledgements, kills it, and gives all that it had said by then: the hashes. */
    List<String> killAfter(int acknowledged) throws IOException, InterruptedException {
        var said = new ArrayList<String>();
        try (var reader = process.inputReader(UTF_8)) {
            while (said.size() < acknowledged) {
                var line = reader.readLine();
                if (line == null) throw new AssertionError("it ended by itself");
                if (line.startsWith("acknowledged ")) said.add(line);
            }
            // By its handle: that of the process would close the stream that is still to be read.
            process.toHandle().destroyForcibly();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) said.add(line);
        }
        process.waitFor();
        // The last line may be cut.
        return said.stream()
                .filter(line -> line.matches("acknowledged [0-9a-f]{64}"))
                .map(line -> line.substring("acknowledged ".length()))
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The program itself. */
    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var clock = InstantSource.system();
        var seed = Long.parseLong(arguments[1]);
        var originals = Originals.open(folder.resolve("originals"), clock);
        var ledger = Ledger.open(Database.Embedded.in(folder.resolve("ledger.db")), clock, new Random(seed));
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var thread = 0; thread < THREADS; thread++) {
                var random = new Random(seed * THREADS + thread);
                threads.execute(() -> archive(originals, ledger, random));
            }
        }
    }

    private static void archive(Originals originals, Ledger ledger, Random random) {
        var caller = new Caller("uploader", "127.0.0.1", "");
        while (true) {
            var bytes = new byte[random.nextInt(40_000)];
            random.nextBytes(bytes);
            try {
                if (!(originals.put(new ByteArrayInputStream(bytes), bytes.length) instanceof Put.Kept(var original)))
                    continue;
                var addition = ledger.<Addition>write(caller, transaction -> {
                    var uploads = transaction.collections().ensure("uploads", Access.OPEN);
                    var path = original.sha256().substring(0, 12) + ".bin";
                    return transaction
                            .documents()
                            .add(new Arrival(uploads.id(), path, original, path, "", List.of()), Priority.INTERACTIVE);
                });
                if (addition instanceof Addition.Added) System.out.println("acknowledged " + original.sha256());
            } catch (IOException impossible) {
                throw new IllegalStateException("a stream in memory does not break", impossible);
            }
        }
    }
}
