package dev.touchstone.auditor.format;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All formats that are known, and the order in which ways to recognise them are tried. */
public final class Formats {
    /** The format of what no other recognises; its rules are those that hold for any text. */
    public static final String FALLBACK = "unstructured";

    private final List<Format> ordered;
    private final List<Trial> trials;
    private final Format fallback;
    private final Set<String> fieldNames;

    public Formats(List<Format> formats) {
        var ids = new HashSet<String>();
        for (var format : formats)
            if (!ids.add(format.id())) throw new IllegalArgumentException("two formats with the id " + format.id());
        ordered = formats.stream().sorted(Comparator.comparing(Format::id)).toList();
        trials = ordered.stream()
                .flatMap(format -> format.ways().stream().map(way -> new Trial(format, way)))
                .sorted(Comparator.comparingInt((Trial trial) -> trial.way().precedence())
                        .reversed())
                .toList();
        fallback = ordered.stream()
                .filter(format -> format.id().equals(FALLBACK))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format with the id " + FALLBACK));
        fieldNames = ordered.stream()
                .flatMap(format -> format.reading().fields().values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A way to recognise a format. */
    public record Trial(Format format, Way way) {}

    /** All formats, by id. */
    public List<Format> all() {
        return ordered;
    }

    /** The ways of all formats in the order in which they are to be tried: the first that fits counts. */
    public List<Trial> trials() {
        return trials;
    }

    public Format fallback() {
        return fallback;
    }

    /** Whether any format has a field of this name. */
    public boolean knowsField(String name) {
        return fieldNames.contains(Folded.name(name));
    }
}
