package dev.touchstone.web.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that takes its time to be opened, while the program goes on; who needs it waits. Safe from several threads. */
final class Late<T> {
    private final CompletableFuture<T> opened;

    private Late(CompletableFuture<T> opened) {
        this.opened = opened;
    }

    /** Begins to open it. */
    static <T> Late<T> begin(Supplier<T> opening) {
        return new Late<>(CompletableFuture.supplyAsync(opening));
    }

    /** What was opened; a fault while it was is thrown here, as often as it is asked for. */
    T get() {
        try {
            return opened.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) throw fault;
            if (failed.getCause() instanceof Error fault) throw fault;
            throw failed;
        }
    }
}
