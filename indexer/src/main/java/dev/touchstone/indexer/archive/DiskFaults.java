package dev.touchstone.indexer.archive;

import dev.touchstone.indexer.archive.Unavailable.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a full disk from a broken one: Java has one exception for both, and the system's words in it. */
public final class DiskFaults {
    private static final List<String> FULL = List.of("no space left", "quota exceeded", "not enough space");

    /** The system's words for what else a disk or a process lacks. */
    private static final List<String> LACKING = List.of("too many open files", "input/output error", "read-only");

    private DiskFaults() {}

    /** The same of a fault that others have wrapped; empty when no disk is behind it. */
    public static Optional<Unavailable> behind(String what, Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .filter(cause -> says(cause, FULL) || says(cause, LACKING))
                .findFirst()
                .map(cause -> unavailable(what, cause));
    }

    private static boolean says(IOException failed, List<String> words) {
        var said = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(said::contains);
    }

    /**
     * The fault as callers know it.
     *
     * @param what could not be done, such as {@code "keep an upload"}
     */
    public static Unavailable unavailable(String what, IOException failed) {
        var reason = says(failed, FULL) ? Reason.NO_SPACE : Reason.OUT_OF_REACH;
        return new Unavailable(reason, "cannot " + what, failed);
    }
}
