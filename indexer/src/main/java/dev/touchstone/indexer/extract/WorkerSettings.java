package dev.touchstone.indexer.extract;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How files are read.
 *
 * @param workers how many files are read at the same time
 * @param deadline how long one file may take
 * @param heapMegabytes how much memory one worker may use for one file
 * @param java the launcher of the JVM that workers run on
 * @param classPath of the workers, as {@code -cp} takes it
 * @param folder where workers keep their temporary files; made when missing, each worker wipes its own
 */
public record WorkerSettings(
        int workers, Duration deadline, int heapMegabytes, Path java, String classPath, Path folder) {
    public WorkerSettings {
        if (workers < 1) throw new IllegalArgumentException("at least one worker is needed, not " + workers);
        if (deadline.isNegative() || deadline.isZero())
            throw new IllegalArgumentException("no file can be read within " + deadline);
    }

    /** A worker for each core, a minute and 512 MB for each file, on this JVM with its class path. */
    public static WorkerSettings usual(Path folder) {
        return new WorkerSettings(
                Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(60),
                512,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                folder);
    }

    public WorkerSettings withWorkers(int number) {
        return new WorkerSettings(number, deadline, heapMegabytes, java, classPath, folder);
    }

    public WorkerSettings withDeadline(Duration duration) {
        return new WorkerSettings(workers, duration, heapMegabytes, java, classPath, folder);
    }
}
