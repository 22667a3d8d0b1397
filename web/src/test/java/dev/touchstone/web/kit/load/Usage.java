package dev.touchstone.web.kit.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service takes of the machine, as the system and its own JVM count it. */
record Usage(ProcessHandle service) {
    private static final Pattern USED =
            Pattern.compile("(?m)^ *(?:DefNew|Tenured|def new generation|tenured generation)" + ".*? used (\\d+)K");

    /** The heap in use after a collection, in megabytes. */
    double heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        var kilobytes = USED.matcher(jcmd("GC.heap_info"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        if (kilobytes == 0) throw new IllegalStateException("the heap cannot be read of: " + jcmd("GC.heap_info"));
        return kilobytes / 1_024.0;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(service.pid()), command)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(command + ": " + said);
        return said;
    }

    /** Resident memory of the service and its workers, in megabytes; what they share is counted in each. */
    double resident() {
        return processes().mapToLong(one -> kilobytes(one, "status", "VmRSS:")).sum() / 1_024.0;
    }

    /** The same, with what they share counted once. */
    double proportional() {
        return processes()
                        .mapToLong(one -> kilobytes(one, "smaps_rollup", "Pss:"))
                        .sum()
                / 1_024.0;
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(service), service.descendants());
    }

    private static long kilobytes(ProcessHandle process, String file, String row) {
        try (var lines = Files.lines(proc(process, file))) {
            return lines.filter(line -> line.startsWith(row))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /** Open files and sockets of the service itself. */
    int handles() throws IOException {
        return entries("fd");
    }

    int threads() throws IOException {
        return entries("task");
    }

    private int entries(String folder) throws IOException {
        try (var inside = Files.list(proc(service, folder))) {
            return (int) inside.count();
        }
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }
}
