package dev.touchstone.web.kit.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The program as it is shipped, serving a home in a process of its own, with rates that do not stand in a load's way. */
final class PackagedService implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Process process;
    private final int port;
    private final long begun;

    private PackagedService(Process process, int port, long begun) {
        this.process = process;
        this.port = port;
        this.begun = begun;
    }

    /** Starts it and does not wait. */
    static PackagedService start(Path home) throws IOException {
        var port = freePort();
        var builder = touchstone("serve", "--home", home.toString(), "--port", Integer.toString(port));
        builder.environment().put("TOUCHSTONE_USER_UPLOADS", "900000");
        builder.environment().put("TOUCHSTONE_ADDRESS_SIGN_INS", "900000");
        var log = home.resolveSibling(home.getFileName() + ".log").toFile();
        var begun = System.nanoTime();
        return new PackagedService(
                builder.redirectErrorStream(true).redirectOutput(log).start(), port, begun);
    }

    /** Starts it and waits until it answers from all that there is. */
    static PackagedService startReady(Path home) throws IOException, InterruptedException {
        var service = start(home);
        service.untilStatus("/health/ready", 200);
        return service;
    }

    /** Runs a command of the program to its end; what it says goes into a file. */
    static void command(Path log, String... arguments) throws IOException, InterruptedException {
        var process = touchstone(arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // 1: done, and something was found.
        if (process.waitFor() > 1) throw new IllegalStateException("failed: " + String.join(" ", arguments));
    }

    /** The launcher becomes the program: it is the same process. */
    private static ProcessBuilder touchstone(String... arguments) {
        var command = new ArrayList<>(List.of("./touchstone"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks again and again until an address answers with a status; how long that was after the start of the process. */
    Duration untilStatus(String path, int status) throws InterruptedException {
        var client = new Client(port, "");
        while (System.nanoTime() - begun < LONGEST.toNanos()) {
            if (!process.isAlive()) throw new IllegalStateException("the service ended; see its log beside its home");
            try {
                if (client.get(path).statusCode() == status) return Duration.ofNanos(System.nanoTime() - begun);
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IllegalStateException("%s never answered %d".formatted(path, status));
    }

    /** Kills it: what it was doing is not wanted any more. */
    @Override
    public void close() {
        var workers = process.descendants().toList();
        process.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("the service does not end");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
