package dev.touchstone.models.classify;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Works on several things at a time, the largest first, so that no core waits long for the last one. */
final class SideBySide {
    private SideBySide() {}

    /** Answers in the order of the items; an exception of the work is thrown here. */
    static <T, R> List<R> map(List<T> items, ToIntFunction<T> size, Function<T, R> work) {
        if (items.size() == 1) return List.of(work.apply(items.getFirst()));
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var pending = new TreeMap<Integer, Future<R>>();
            IntStream.range(0, items.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> -size.applyAsInt(items.get(i))))
                    .forEach(i -> pending.put(i, threads.submit(() -> work.apply(items.get(i)))));
            return pending.values().stream().map(SideBySide::await).toList();
        }
    }

    private static <R> R await(Future<R> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("work on a document failed", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while documents were worked on", stop);
        }
    }
}
