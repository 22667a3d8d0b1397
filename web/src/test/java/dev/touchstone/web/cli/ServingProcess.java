package dev.touchstone.web.cli;

import dev.touchstone.web.testing.LuceneParts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Another program that serves a home, with a real ledger and index and simple rules in place of models; it can be told to end. */
public final class ServingProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

    private final Process process;
    private final int port;

    private ServingProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it, with more options for its Java, and waits until it serves. */
    public static ServingProcess start(Path home, String... options) {
        var process = begin(home, "service", options);
        var line = firstLine(process);
        var address = PORT.matcher(line);
        if (!address.find()) throw new IllegalStateException("the serving process ended too early: " + line);
        return new ServingProcess(process, Integer.parseInt(address.group(1)));
    }

    /** Starts one that only works, beside a service on the same ledger; it has no port. */
    public static ServingProcess startWorker(Path home, String... options) {
        var process = begin(home, "worker", options);
        var line = firstLine(process);
        if (!line.startsWith("working on")) throw new IllegalStateException("the worker ended too early: " + line);
        return new ServingProcess(process, 0);
    }

    private static String firstLine(Process process) {
        try {
            var line = process.inputReader(StandardCharsets.UTF_8).readLine();
            return line == null ? "" : line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Process begin(Path home, String role, String... options) {
        try {
            return new ProcessBuilder(command(home, role, options))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The command line that starts it, for tests in which it does not come so far. */
    public static List<String> command(Path home, String role, String... options) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServingProcess.class.getName()));
        command.addAll(List.of(home.toString(), role));
        return command;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Sends SIGTERM. */
    public void tellToEnd() {
        process.destroy();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("the process does not end");
        return process.exitValue();
    }

    /** Kills it, as a power cut would, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static void loadOwnClasses() throws IOException, ClassNotFoundException {
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var folder = Path.of(entry);
            if (!folder.endsWith("classes") || !Files.isDirectory(folder)) continue;
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.map(folder::relativize).map(Path::toString).toList())
                    if (file.endsWith(".class") && file.contains("touchstone"))
                        Class.forName(
                                file.replace(File.separatorChar, '.').replaceFirst("\\.class$", ""),
                                false,
                                ServingProcess.class.getClassLoader());
            }
        }
    }

    /**
     * The program itself; with the property {@code watch} it follows that folder. With {@code packed} it first loads its own
     * classes, which else come out of a file each, where those of a packaged program are in jars that are open.
     */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        if (Boolean.getBoolean("packed")) loadOwnClasses();
        var line = new ArrayList<>(List.of("serve", "--home", arguments[0], "--role", arguments[1], "--port", "0"));
        var watched = System.getProperty("watch", "");
        if (!watched.isEmpty()) line.addAll(List.of("--watch", watched));
        System.exit(CommandLines.run(Terminal.standard(), LuceneParts::new, line.toArray(String[]::new)));
    }
}
