package dev.touchstone.indexer.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running worker, seen from the server. Not safe for several threads; the pool hands it to one at a time. */
final class WorkerProcess implements AutoCloseable {
    /** The exit status that the JVM has with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    /** Slow machines may take long to start a JVM; the file's own time runs from then on. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Process process;
    private final TemporaryFolder folder;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private final ScheduledExecutorService clock;
    private boolean ready;
    private int answered;

    private WorkerProcess(Process process, TemporaryFolder folder, ScheduledExecutorService clock) {
        this.process = process;
        this.folder = folder;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.clock = clock;
    }

    /** Starts a worker and does not wait for it. */
    static WorkerProcess start(WorkerSettings settings, Sandbox sandbox, ScheduledExecutorService clock) {
        try {
            Files.createDirectories(settings.folder());
            var folder = Files.createTempDirectory(settings.folder(), "worker-");
            var builder = new ProcessBuilder(command(settings, sandbox, folder)).directory(folder.toFile());
            builder.environment().clear();
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            return new WorkerProcess(builder.start(), new TemporaryFolder(folder), clock);
        } catch (IOException failed) {
            throw new UncheckedIOException("no worker can be started in " + settings.folder(), failed);
        }
    }

    private static List<String> command(WorkerSettings settings, Sandbox sandbox, Path folder) {
        var command = new ArrayList<>(sandbox.prefix());
        command.add(settings.java().toString());
        command.addAll(List.of(
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // What the JVM itself says would break the protocol on standard output.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                // No parser needs to reach a name server or a class on a web server.
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=",
                "-cp",
                settings.classPath(),
                Worker.class.getName(),
                folder.toString()));
        return command;
    }

    /** How many files it has answered for. */
    int answered() {
        return answered;
    }

    /** Hands the worker a file and waits; whatever happens, within the deadline. */
    Answer ask(Frames.Request request, Duration deadline) {
        if (!ready) {
            var start = guarded(LONGEST_START, () -> Optional.of(Frames.receive(replies)));
            if (start.isEmpty()) return new Answer.Died("the reader could not be started", false);
            ready = true;
        }
        var late = new AtomicBoolean();
        var reply = guarded(deadline, late, () -> {
            Frames.send(requests, Frames.encode(request));
            return Optional.of(Frames.decodeReply(Frames.receive(replies)));
        });
        if (reply.isEmpty()) return died(late.get(), deadline);
        answered++;
        return new Answer.Replied(reply.get());
    }

    private Answer died(boolean late, Duration deadline) {
        close();
        if (late)
            return new Answer.Died(
                    "reading took longer than %d seconds and was stopped".formatted(deadline.toSeconds()), true);
        return new Answer.Died(
                exitStatus() == OUT_OF_MEMORY
                        ? "reading needs more memory than is allowed for one file"
                        : "the file crashed its reader",
                false);
    }

    private int exitStatus() {
        try {
            return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private <T> Optional<T> guarded(Duration deadline, Exchange<T> exchange) {
        return guarded(deadline, new AtomicBoolean(), exchange);
    }

    /** Runs an exchange; when it takes too long, the process is killed, which ends every read and write. */
    private <T> Optional<T> guarded(Duration deadline, AtomicBoolean late, Exchange<T> exchange) {
        var alarm = clock.schedule(
                () -> {
                    late.set(true);
                    process.destroyForcibly();
                },
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return exchange.run();
        } catch (IOException broken) {
            return Optional.empty();
        } finally {
            alarm.cancel(false);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the worker at once and wipes its folder. */
    @Override
    public void close() {
        process.destroyForcibly();
        var _ = exitStatus();
        folder.wipe();
    }

    /** What came of asking. */
    sealed interface Answer {
        record Replied(Frames.Reply reply) implements Answer {}

        /**
         * The worker is gone.
         *
         * @param late whether the deadline passed
         */
        record Died(String reason, boolean late) implements Answer {}
    }

    @FunctionalInterface
    private interface Exchange<T> {
        Optional<T> run() throws IOException;
    }
}
