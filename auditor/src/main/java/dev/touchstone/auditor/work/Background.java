package dev.touchstone.auditor.work;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that give way to those somebody waits for: a machine with two cores answers a search at once while it scores documents.
 * Java's own priorities do nothing on Linux, so the system is asked ({@code setpriority(2)}, which there means one thread and those
 * that it starts); where it is another system, threads are ordinary ones.
 */
public final class Background implements ThreadFactory {
    /** A quarter of a core where another thread wants all of it; enough for what has a deadline by the clock. */
    private static final int NICENESS = 5;

    private static final int PRIO_PROCESS = 0;
    private static final int THIS_THREAD = 0;
    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private final String prefix;
    private final AtomicInteger count = new AtomicInteger();

    /** @param prefix of the threads' names, such as {@code worker-} */
    public Background(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name(prefix + count.incrementAndGet())
                .unstarted(() -> {
                    giveWay();
                    work.run();
                });
    }

    private static void giveWay() {
        SET_PRIORITY.ifPresent(Background::call);
    }

    private static void call(MethodHandle setPriority) {
        try {
            // What it answers does not matter: refused, the thread is an ordinary one.
            var _ = (int) setPriority.invokeExact(PRIO_PROCESS, THIS_THREAD, NICENESS);
        } catch (Throwable never) {
            throw new IllegalStateException("setpriority throws nothing", never);
        }
    }

    @SuppressWarnings("restricted") // the launcher allows it
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").equals("Linux")) return Optional.empty();
        var linker = Linker.nativeLinker();
        var numbers = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return linker.defaultLookup().find("setpriority").map(address -> linker.downcallHandle(address, numbers));
    }
}
