package dev.touchstone.web.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of a command that runs until the process is told to end. The process is held until {@link #close}, so that what is
 * under way is finished; not longer than {@value #LONGEST_SECONDS} seconds. To be told to end is no failure: when the command
 * was {@link #complete} the process ends with 0, where the JVM would say by which signal.
 */
final class Ending implements AutoCloseable {
    private static final int LONGEST_SECONDS = 30;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean complete;

    /** Watches for the end of this process from now on. */
    static Ending ofProcess() {
        var ending = new Ending();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("ending").unstarted(ending::hold));
        return ending;
    }

    private void hold() {
        if (closed.getCount() == 0) return;
        told.countDown();
        // Not Thread.join: the command's thread goes on to exit, which waits for this hook.
        await(closed);
        if (complete) Runtime.getRuntime().halt(ExitCode.DONE);
    }

    /** Returns when the process has been told to end. */
    void await() {
        try {
            told.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            // What takes longer is parked on disk and taken up at the next start.
            var _ = latch.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is left to do, and all that was opened is closed. */
    void complete() {
        complete = true;
    }

    /** The process may end. */
    @Override
    public void close() {
        closed.countDown();
    }
}
