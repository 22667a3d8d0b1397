package dev.touchstone.indexer.archive;

import dev.touchstone.indexer.archive.Unavailable.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Tells a full disk from a broken one: Java has one exception for both, and the system's words in it. */
final class DiskFaults {
    private static final List<String> FULL = List.of("no space left", "quota exceeded", "not enough space");

    private DiskFaults() {}

    static Unavailable unavailable(String what, IOException failed) {
        var words = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        var reason = FULL.stream().anyMatch(words::contains) ? Reason.NO_SPACE : Reason.OUT_OF_REACH;
        return new Unavailable(reason, "cannot " + what, failed);
    }
}
