package dev.touchstone.auditor.format;

import java.util.List;
import java.util.stream.Stream;

/** A format's own rules before those of the format it is based on. */
final class Both {
    private Both() {}

    static <T> List<T> of(List<T> own, List<T> base) {
        return Stream.concat(own.stream(), base.stream()).distinct().toList();
    }
}
