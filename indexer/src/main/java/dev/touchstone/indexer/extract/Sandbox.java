package dev.touchstone.indexer.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the system offers to hold a worker in, beyond what its JVM is told.
 *
 * @param prefix of the worker's command line
 * @param holds each a short sentence for the log
 */
record Sandbox(List<String> prefix, List<String> holds) {
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"));

    Sandbox {
        prefix = List.copyOf(prefix);
        holds = List.copyOf(holds);
    }

    /** Tries each protection once on a program that does nothing. */
    static Sandbox probe() {
        var prefix = new ArrayList<String>();
        var holds = new ArrayList<String>();
        add(prefix, holds, "no network", "unshare", "--map-root-user", "--net");
        // Who is root needs no new user to have a network of their own.
        if (prefix.isEmpty()) add(prefix, holds, "no network", "unshare", "--net");
        // Neither a flood of files nor a dump of memory to the disk.
        add(
                prefix,
                holds,
                "files of at most 1 GB, 512 open at a time",
                "prlimit",
                "--fsize=1073741824",
                "--nofile=512",
                "--core=0");
        return new Sandbox(prefix, holds);
    }

    private static void add(List<String> prefix, List<String> holds, String what, String program, String... arguments) {
        var path = find(program);
        if (path.isEmpty()) return;
        var command = new ArrayList<String>();
        command.add(path.get().toString());
        command.addAll(List.of(arguments));
        var attempt = new ArrayList<>(command);
        attempt.addAll(List.of("/bin/sh", "-c", ":"));
        if (!works(attempt)) return;
        prefix.addAll(command);
        holds.add(what);
    }

    private static Optional<Path> find(String program) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean works(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(10, TimeUnit.SECONDS)) return process.exitValue() == 0;
            process.destroyForcibly();
            return false;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
