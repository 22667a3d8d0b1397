package dev.touchstone.auditor.work;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Gatherer;
import java.util.stream.Stream;

/**
 * Does the same to many things on {@link Background} threads and hands the results on in the order of the things. While one is
 * handed on the next are being done. Safe from several threads.
 */
public final class Conveyor implements AutoCloseable {
    private final ExecutorService threads;
    private final int ahead;

    /**
     * @param prefix of the threads' names, such as {@code worker-}
     * @param threads how many things are done at once; twice as many may wait to be handed on
     */
    public Conveyor(String prefix, int threads) {
        this.threads = Executors.newFixedThreadPool(threads, new Background(prefix));
        this.ahead = 2 * threads;
    }

    /** What comes of each; whatever is thrown for one is thrown when it is its turn, and no other is begun then. */
    public <T, R> Stream<R> map(Stream<T> things, Function<? super T, ? extends R> work) {
        return things.gather(Gatherer.<T, Queue<Future<R>>, R>ofSequential(
                ArrayDeque::new,
                Gatherer.Integrator.ofGreedy((begun, thing, results) -> {
                    begun.add(threads.submit(() -> work.apply(thing)));
                    return begun.size() <= ahead || results.push(done(begun.remove()));
                }),
                (begun, results) -> {
                    while (!begun.isEmpty() && !results.isRejecting()) results.push(done(begun.remove()));
                }));
    }

    private static <R> R done(Future<R> begun) {
        try {
            return begun.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while something was being done");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) throw fault;
            if (failed.getCause() instanceof Error fault) throw fault;
            throw new IllegalStateException("a function throws what it does not declare", failed);
        }
    }

    /** Lets what was begun come to its end. */
    @Override
    public void close() {
        threads.close();
    }
}
