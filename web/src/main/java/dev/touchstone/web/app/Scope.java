package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.web.json.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which documents an audit is about. An empty set or an absent day asks for nothing; a document without a date is outside
 * any period. Files that could not be read are in every scope, because nobody knows what they are.
 *
 * @param days of the documents
 */
public record Scope(Set<String> teams, Days days, Set<Status.Normal> statuses, Set<String> formats) {
    public static final Scope ALL = new Scope(Set.of(), Days.ANY, Set.of(), Set.of());

    public Scope {
        teams = Set.copyOf(teams);
        statuses = Set.copyOf(statuses);
        formats = Set.copyOf(formats);
    }

    boolean covers(Metadata metadata, Recognition recognition) {
        return why(metadata, recognition).isEmpty();
    }

    /** Why a document is outside, for a person; empty when it is inside. */
    private Optional<String> why(Metadata metadata, Recognition recognition) {
        if (!teams.isEmpty() && !teams.contains(metadata.team()))
            return Optional.of("its team is " + (metadata.team().isEmpty() ? "not known" : metadata.team()));
        if (!statuses.isEmpty() && !statuses.contains(metadata.status().normal()))
            return Optional.of("its status is " + Words.of(metadata.status().normal()));
        if (!formats.isEmpty() && !formats.contains(recognition.format()))
            return Optional.of("its format is " + recognition.format());
        if (days.contain(metadata.date())) return Optional.empty();
        return Optional.of(metadata.date().map(date -> "its date is " + date).orElse("its date is not known"));
    }

    /** The audit of what is inside; the rest is listed as skipped. */
    public Audit narrow(Audit audit) {
        if (equals(ALL)) return audit;
        var outside = new ArrayList<>(audit.skipped());
        var inside = inside(audit.entries(), outside);
        return audit.with(inside, outside);
    }

    private List<Entry> inside(List<Entry> entries, List<Skipped> outside) {
        var inside = new ArrayList<Entry>();
        for (var entry : entries) {
            var parts = inside(entry.parts(), outside);
            var why = switch (entry.outcome()) {
                case Audited audited -> why(audited.metadata(), audited.recognition());
                case Failed _ -> Optional.<String>empty();
            };
            // A container stays for the sake of its parts.
            if (why.isPresent() && parts.isEmpty())
                outside.add(new Skipped(entry.path(), "outside the scope asked for: " + why.get()));
            else inside.add(new Entry(entry.path(), entry.sha256(), entry.outcome(), parts));
        }
        return inside;
    }
}
