package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Titles;
import java.util.List;
import java.util.Optional;

/**
 * One document: what it is, what its decisions do to each value, and its text with the sentences that show it.
 *
 * @param notices what went wrong or was left out, each a sentence
 * @param unsure sentences for a person to judge
 * @param parts the files inside it
 */
record DocumentPage(
        Frame frame,
        List<Fact> facts,
        List<String> notices,
        List<Card> cards,
        Unsure unsure,
        Strip strip,
        Reading reading,
        List<Gap> parts) {
    /** One thing known about the document, and where it was found. */
    record Fact(String name, List<Link> texts, String aside) {}

    /**
     * Shows a document.
     *
     * @param text that the references' ranges point into; empty when it is not kept
     * @param sought the passage that the reader was sent to
     */
    static DocumentPage of(Reader reader, Audit audit, Entry entry, Optional<String> text, Optional<Span> sought) {
        var frame = Frame.of(reader, audit, Titles.of(entry), "");
        var parts = entry.parts().stream().map(DocumentPage::part).toList();
        return switch (entry.outcome()) {
            case Failed failed ->
                new DocumentPage(
                        frame,
                        List.of(new Fact("File", List.of(Link.plain(entry.path())), "")),
                        List.of("This file could not be read: " + failed.reason()),
                        List.of(),
                        Unsure.NOTHING,
                        new Strip(List.of()),
                        new Reading(List.of()),
                        parts);
            case Audited audited -> audited(audit, entry, audited, text, sought, frame, parts);
        };
    }

    private static DocumentPage audited(
            Audit audit,
            Entry entry,
            Audited audited,
            Optional<String> text,
            Optional<Span> sought,
            Frame frame,
            List<Gap> parts) {
        var charter = audit.charter();
        var words = text.orElse("");
        return new DocumentPage(
                frame,
                Facts.of(new Catalogue(audit), entry, audited),
                audited.limits(),
                audited.scorecards().stream()
                        .map(scorecard -> Card.of(charter, entry, audited, scorecard))
                        .toList(),
                Unsure.of(audit, entry, audited, !words.isEmpty()),
                audited.references().isEmpty() || words.isEmpty()
                        ? new Strip(List.of())
                        : Strip.of(charter, audited.references(), words.length()),
                words.isEmpty()
                        ? Reading.ofQuotations(charter, audited.references())
                        : Reading.of(
                                charter,
                                audited.metadata().title(),
                                words,
                                audited.references(),
                                audited.scorecards(),
                                sought.filter(span -> span.end() <= words.length())),
                parts);
    }

    private static Gap part(Entry part) {
        var link = new Link(Titles.of(part), Addresses.document(part));
        return switch (part.outcome()) {
            case Failed failed -> new Gap(link, "failed", List.of(failed.reason()));
            case Audited audited -> new Gap(link, audited.isPartial() ? "partial" : "audited", audited.limits());
        };
    }

    boolean hasText() {
        return !reading.blocks().isEmpty();
    }

    boolean hasStrip() {
        return !strip.lanes().isEmpty();
    }

    boolean hasSeveralDecisions() {
        return cards.size() > 1;
    }

    /** Words for a relation that stays as it is written when it leads to no document of the audit. */
    static Link target(Catalogue catalogue, Relation relation) {
        return catalogue
                .at(relation.target())
                .map(entry -> new Link(Titles.of(entry), Addresses.document(entry)))
                .orElseGet(() -> Link.plain(relation.target()));
    }
}
