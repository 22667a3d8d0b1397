package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Source;
import java.util.List;
import java.util.Set;

/** What is known of a source from outside of it. */
final class Outside {
    private static final Set<String> OF_THE_WHOLE = Set.of("title", "status", "authors");

    private Outside() {}

    /** A file inside another has its container's team and date, but a title, state and authors of its own. */
    static List<Field> of(Source source) {
        if (!source.path().contains("!/")) return source.fields();
        return source.fields().stream()
                .filter(field -> !OF_THE_WHOLE.contains(field.name()))
                .toList();
    }
}
