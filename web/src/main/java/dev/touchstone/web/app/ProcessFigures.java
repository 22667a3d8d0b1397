package dev.touchstone.web.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What this process and those that it started have cost, as the system counts it. */
public final class ProcessFigures {
    private ProcessFigures() {}

    /** CPU time of this process and of those that it started, whether they have ended or not. */
    public static Duration cpu() {
        var own = ProcessHandle.current();
        var all = cpu(own).plus(ended());
        for (var child : own.descendants().toList()) all = all.plus(cpu(child));
        return all;
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** CPU time of processes that have ended, where the system tells; else zero. */
    private static Duration ended() {
        try {
            var fields = Files.readString(Path.of("/proc/self/stat"))
                    .replaceFirst("^.*\\) ", "")
                    .split(" ", -1);
            // Fields 16 and 17 of proc(5), counted from the state, which is field 3; in hundredths of a second.
            return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unknown) {
            return Duration.ZERO;
        }
    }

    /** The most memory that this process has held, in megabytes; 0 where the system does not tell. */
    static long peakMegabytes() {
        return peakMegabytes(ProcessHandle.current());
    }

    /** The most memory that each process started by this one and still running has held, added up. */
    static long peakMegabytesOfWorkers() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(ProcessFigures::peakMegabytes)
                .sum();
    }

    private static long peakMegabytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
