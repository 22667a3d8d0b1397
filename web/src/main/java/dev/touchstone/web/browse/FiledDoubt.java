package dev.touchstone.web.browse;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One sentence that may refer to values, with the document that it stands in.
 *
 * @param doubts one for each value, at least one
 */
public record FiledDoubt(Entry entry, Audited audited, List<Doubt> doubts) {
    public FiledDoubt {
        doubts = List.copyOf(doubts);
    }

    /** The sentences of a document in order of place, each with those of its doubts that are asked for. */
    public static Stream<FiledDoubt> of(Entry entry, Audited audited, Predicate<Doubt> asked) {
        return audited.doubts().stream()
                .filter(asked)
                .collect(Collectors.groupingBy(
                        doubt -> doubt.evidence().span(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(doubts -> new FiledDoubt(entry, audited, doubts));
    }

    public Evidence evidence() {
        return doubts.getFirst().evidence();
    }
}
