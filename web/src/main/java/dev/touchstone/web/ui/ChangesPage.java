package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.change.Change;
import dev.touchstone.auditor.change.Change.Stayed;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.browse.Comparison;
import dev.touchstone.web.browse.Titles;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of each value from one version of a document to another.
 *
 * @param obstacles why they cannot be compared, each a sentence; then there are no lines
 * @param silent names of the values that neither version refers to; empty when there are none
 */
record ChangesPage(
        Frame frame,
        Link document,
        Version before,
        Version after,
        List<Choice> choices,
        List<String> obstacles,
        List<Line> lines,
        String silent) {
    /** One of the two. */
    record Version(Link name, String day, String by) {}

    /** A version that may be chosen. */
    record Choice(String sha256, String name, boolean before, boolean after) {}

    /**
     * One value.
     *
     * @param changed what is to be seen at once; empty when nothing changed
     * @param same what stayed as it was
     */
    record Line(String id, String name, Verdict before, Verdict after, List<Group> changed, Group same) {}

    /** What all decisions of one version say about the value. */
    record Verdict(Label label, String counts) {}

    /** References to which the same happened. */
    record Group(String sign, String happened, String style, List<Sentence> sentences) {
        String title() {
            return Numbers.of(sentences.size(), "reference") + " " + happened;
        }
    }

    /**
     * A quotation with where it stands.
     *
     * @param judged what it does to the value; both, when it is judged otherwise than before
     */
    record Sentence(String text, List<Label> judged, List<Link> places) {}

    static ChangesPage of(
            Reader reader, Audit audit, Entry entry, List<DocumentVersion> versions, Comparison comparison) {
        var changes = comparison.changes(audit.charter());
        var path = entry.path();
        var before = comparison.before().version();
        var after = comparison.after().version();
        return new ChangesPage(
                Frame.of(reader, audit, "What changed in " + Titles.of(entry), ""),
                new Link(Titles.of(entry), Addresses.document(entry)),
                version(path, before),
                version(path, after),
                versions.stream()
                        .map(one -> new Choice(
                                one.sha256(),
                                "%s, %s".formatted(VersionList.name(one), Texts.moment(one.at())),
                                one.equals(before),
                                one.equals(after)))
                        .toList(),
                comparison.obstacles(),
                changes.stream()
                        .filter(change -> !change.isSilent())
                        .map(change -> line(audit, path, comparison, change))
                        .toList(),
                String.join(
                        ", ",
                        changes.stream()
                                .filter(Change::isSilent)
                                .map(change ->
                                        audit.charter().value(change.value()).name())
                                .toList()));
    }

    private static Version version(String path, DocumentVersion version) {
        return new Version(VersionList.link(path, version), Texts.moment(version.at()), version.by());
    }

    private static Line line(Audit audit, String path, Comparison comparison, Change change) {
        var before = Addresses.version(path, comparison.before().version());
        var after = Addresses.version(path, comparison.after().version());
        var otherwise = change.stayed().stream()
                .filter(stayed -> !stayed.isJudgedAlike())
                .toList();
        var alike = change.stayed().stream().filter(Stayed::isJudgedAlike).toList();
        var groups = Stream.of(
                        new Group("+", "came", "came", sentences(change.came(), after)),
                        new Group("−", "went", "gone", sentences(change.gone(), before)),
                        new Group("≠", "stayed, judged otherwise", "stayed", stayed(otherwise, before, after)))
                .filter(group -> !group.sentences().isEmpty())
                .toList();
        return new Line(
                "value-" + change.value(),
                audit.charter().value(change.value()).name(),
                verdict(change.before()),
                verdict(change.after()),
                groups,
                new Group("=", "stayed as before", "stayed", stayed(alike, before, after)));
    }

    private static List<Sentence> sentences(List<Reference> references, String version) {
        return references.stream().map(one -> sentence(one, version)).toList();
    }

    private static List<Sentence> stayed(List<Stayed> references, String before, String after) {
        return references.stream().map(one -> sentence(one, before, after)).toList();
    }

    private static Verdict verdict(Score score) {
        return new Verdict(Label.of(score), Card.counts(score));
    }

    private static Sentence sentence(Reference reference, String version) {
        return new Sentence(
                reference.evidence().quote(), List.of(Label.of(reference)), List.of(place(reference, "", version)));
    }

    private static Sentence sentence(Stayed stayed, String before, String after) {
        return new Sentence(
                stayed.after().evidence().quote(),
                stayed.isJudgedAlike()
                        ? List.of(Label.of(stayed.after()))
                        : List.of(Label.of(stayed.before()), Label.of(stayed.after())),
                List.of(place(stayed.before(), "before: ", before), place(stayed.after(), "now: ", after)));
    }

    private static Link place(Reference reference, String when, String version) {
        var place = Quotation.place(reference);
        return new Link(when + (place.isEmpty() ? "in the text" : place), version + "#r" + reference.number());
    }

    boolean isCompared() {
        return obstacles.isEmpty();
    }
}
