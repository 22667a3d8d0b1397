package dev.touchstone.web.browse;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Scorecard;
import java.util.Optional;

/** One reference with the document that it stands in. */
public record FiledReference(Entry entry, Audited audited, Reference reference) {
    /** The decision that it belongs to; empty between the decisions of minutes. */
    public Optional<Scorecard> decision() {
        return audited.scorecards().stream()
                .filter(scorecard -> scorecard
                        .decision()
                        .span()
                        .contains(reference.evidence().span()))
                .findFirst();
    }
}
