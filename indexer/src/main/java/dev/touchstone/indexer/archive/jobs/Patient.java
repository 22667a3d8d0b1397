package dev.touchstone.indexer.archive.jobs;

import dev.touchstone.auditor.work.Background;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that are never interrupted while they work: they touch the database. What waits is dropped on request. */
final class Patient {
    private Patient() {}

    static ThreadPoolExecutor pool(int threads) {
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new Background("worker-")) {
            @Override
            public List<Runnable> shutdownNow() {
                shutdown();
                return List.of();
            }
        };
    }

    static ScheduledThreadPoolExecutor housekeeper() {
        return new ScheduledThreadPoolExecutor(3, named("worker-housekeeper-")) {
            @Override
            public List<Runnable> shutdownNow() {
                shutdown();
                return List.of();
            }
        };
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }
}
