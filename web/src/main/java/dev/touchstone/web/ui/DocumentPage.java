package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.web.app.Beside;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.app.Judged;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Titles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One document: what it is, what its decisions do to each value, and its text with the sentences that show it.
 *
 * @param notices what went wrong or was left out, each a sentence
 * @param unsure sentences for a person to judge
 * @param parts the files inside it
 * @param versions what has stood in its place; none for a file inside another
 * @param twins documents with nearly the same text
 */
record DocumentPage(
        Frame frame,
        List<Fact> facts,
        List<String> notices,
        List<Card> cards,
        Unsure unsure,
        Strip strip,
        Reading reading,
        List<Gap> parts,
        VersionList versions,
        Twins twins) {
    /** One thing known about the document, and where it was found. */
    record Fact(String name, List<Link> texts, String aside) {}

    /**
     * A document, or an earlier version of it, as it is to be shown.
     *
     * @param text that the references' ranges point into; empty when it is not kept
     * @param sought the passage that the reader was sent to
     * @param exemptions by the id of the decision
     */
    private record Shown(
            Entry entry,
            Optional<String> text,
            Optional<Span> sought,
            List<Gap> parts,
            VersionList versions,
            Twins twins,
            Function<String, Exemptions> exemptions) {}

    /**
     * Shows a document.
     *
     * @param beside what the home knows of it
     * @param sought the passage that the reader was sent to
     */
    static DocumentPage of(Reader reader, Audit audit, Entry entry, Beside beside, Optional<Span> sought) {
        var parts = entry.parts().stream().map(DocumentPage::part).toList();
        var list = VersionList.of(entry.path(), beside.versions(), entry.sha256());
        var page = of(
                audit,
                Frame.of(reader, audit, Titles.of(entry), ""),
                new Shown(
                        entry,
                        beside.text(),
                        sought,
                        parts,
                        list,
                        Twins.of(audit, beside.alike()),
                        decision -> Exemptions.of(reader, audit, entry.path(), decision, beside.waivers())));
        var came = beside.versions().stream().filter(DocumentVersion::shown).map(DocumentPage::came);
        return page.with(Stream.concat(page.facts.stream(), came).toList(), page.notices);
    }

    private static Fact came(DocumentVersion version) {
        return new Fact("Came", List.of(Link.plain(Texts.moment(version.at()))), VersionList.came(version));
    }

    /**
     * Shows a version that is not in the audit.
     *
     * @param entry the document in the audit
     * @param versions what has stood in its place, this one among them
     */
    static DocumentPage earlier(
            Reader reader,
            Audit audit,
            Entry entry,
            List<DocumentVersion> versions,
            DocumentVersion version,
            Judged judged,
            Optional<Span> sought) {
        var frame = Frame.of(reader, audit, "%s of %s".formatted(VersionList.name(version), Titles.of(entry)), "");
        var notice = "This version is not the one in the audit, and counts in none of its numbers.";
        var list = VersionList.of(entry.path(), versions, version.sha256());
        return switch (judged) {
            case Judged.Unknown unknown ->
                bare(
                        frame,
                        List.of(came(version)),
                        List.of(notice, "Of this version " + unknown.because() + "."),
                        List.of(),
                        list,
                        Twins.NONE);
            case Judged.Known known -> {
                var parts = known.entry().parts().stream()
                        .map(DocumentPage::part)
                        .map(Gap::withoutLink)
                        .toList();
                var page = of(
                        audit,
                        frame,
                        new Shown(known.entry(), known.text(), sought, parts, list, Twins.NONE, _ -> Exemptions.NONE));
                yield page.with(
                        Stream.concat(page.facts.stream(), Stream.of(came(version)))
                                .toList(),
                        Stream.concat(Stream.of(notice), page.notices.stream()).toList());
            }
        };
    }

    private DocumentPage with(List<Fact> otherFacts, List<String> otherNotices) {
        return new DocumentPage(frame, otherFacts, otherNotices, cards, unsure, strip, reading, parts, versions, twins);
    }

    private static DocumentPage bare(
            Frame frame, List<Fact> facts, List<String> notices, List<Gap> parts, VersionList versions, Twins twins) {
        return new DocumentPage(
                frame,
                facts,
                notices,
                List.of(),
                Unsure.NOTHING,
                new Strip(List.of()),
                new Reading(List.of()),
                parts,
                versions,
                twins);
    }

    private static DocumentPage of(Audit audit, Frame frame, Shown shown) {
        return switch (shown.entry().outcome()) {
            case Failed failed ->
                bare(
                        frame,
                        List.of(new Fact(
                                "File", List.of(Link.plain(shown.entry().path())), "")),
                        List.of("This file could not be read: " + failed.reason()),
                        shown.parts(),
                        shown.versions(),
                        shown.twins());
            case Audited audited -> audited(audit, frame, shown, audited);
        };
    }

    private static DocumentPage audited(Audit audit, Frame frame, Shown shown, Audited audited) {
        var charter = audit.charter();
        var entry = shown.entry();
        var words = shown.text().orElse("");
        return new DocumentPage(
                frame,
                Facts.of(new Catalogue(audit), entry, audited),
                audited.limits(),
                audited.scorecards().stream()
                        .map(scorecard -> Card.of(
                                charter,
                                entry,
                                audited,
                                scorecard,
                                shown.exemptions()
                                        .apply(scorecard.decision().id().text())))
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
                                shown.sought().filter(span -> span.end() <= words.length())),
                shown.parts(),
                shown.versions(),
                shown.twins());
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
