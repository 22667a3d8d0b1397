package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that is not, or not wholly, in the numbers, and why.
 *
 * @param kind failed, partial or skipped
 */
record Gap(Link file, String kind, List<String> reasons) {
    static List<Gap> of(Audit audit) {
        var failed = audit.all().flatMap(Gap::failed);
        var partial = audit.all().flatMap(Gap::partial);
        var skipped = audit.skipped().stream()
                .map(skip -> new Gap(Link.plain(skip.path()), "skipped", List.of(skip.reason())));
        return Stream.of(failed, partial, skipped).flatMap(gaps -> gaps).toList();
    }

    private static Stream<Gap> failed(Entry entry) {
        return entry.outcome() instanceof Failed failed
                ? Stream.of(new Gap(link(entry), "failed", List.of(failed.reason())))
                : Stream.empty();
    }

    private static Stream<Gap> partial(Entry entry) {
        return entry.outcome() instanceof Audited audited && audited.isPartial()
                ? Stream.of(new Gap(link(entry), "partial", audited.limits()))
                : Stream.empty();
    }

    /** The same of a file that has no page of its own. */
    Gap withoutLink() {
        return new Gap(Link.plain(file.text()), kind, reasons);
    }

    private static Link link(Entry entry) {
        return new Link(entry.path(), Addresses.document(entry));
    }
}
