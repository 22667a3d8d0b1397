package dev.touchstone.web.http;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.change.Change;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.app.Judged;
import dev.touchstone.web.browse.Comparison;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.DocumentForm;
import dev.touchstone.web.json.DocumentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of the API about versions of documents. What is unknown is null. */
final class VersionForms {
    private VersionForms() {}

    /** The versions of a document, the newest first; none of a file inside another. */
    record Versions(String document, String path, List<Version> versions) {
        static Versions of(Entry entry, List<DocumentVersion> versions) {
            return new Versions(
                    DocumentId.of(entry.path()).text(),
                    entry.path(),
                    versions.stream().map(Version::of).toList());
        }
    }

    /**
     * What stood at a document's path at one time.
     *
     * @param by who sent it; null when nobody signed in to do so
     * @param shown whether it is the one in the audit
     */
    record Version(
            int number, String sha256, String at, @Nullable String by, boolean shown) {
        static Version of(DocumentVersion version) {
            return new Version(
                    version.number(),
                    version.sha256(),
                    version.at().toString(),
                    version.by().isEmpty() ? null : version.by(),
                    version.shown());
        }
    }

    /**
     * What changed from one version to another.
     *
     * @param obstacles why they cannot be compared, each a sentence
     * @param values one for each value of the charter; null when they cannot be compared
     */
    record Changes(
            String document,
            String path,
            Version from,
            Version to,
            List<String> obstacles,
            @Nullable List<OfValue> values) {
        static Changes of(Entry entry, Charter charter, Comparison comparison) {
            var obstacles = comparison.obstacles();
            var before = references(comparison.before().judged());
            var after = references(comparison.after().judged());
            return new Changes(
                    DocumentId.of(entry.path()).text(),
                    entry.path(),
                    Version.of(comparison.before().version()),
                    Version.of(comparison.after().version()),
                    obstacles,
                    obstacles.isEmpty()
                            ? comparison.changes(charter).stream()
                                    .map(change -> OfValue.of(change, before, after))
                                    .toList()
                            : null);
        }
    }

    /**
     * One value in both.
     *
     * @param before what all decisions of the one together say about it; null when they are silent
     * @param after of the other
     */
    record OfValue(
            String value,
            DocumentForm.@Nullable Balance before,
            DocumentForm.@Nullable Balance after,
            List<DocumentForm.Reference> gone,
            List<DocumentForm.Reference> came,
            List<Stayed> stayed) {
        static OfValue of(
                Change change,
                Function<Reference, DocumentForm.Reference> before,
                Function<Reference, DocumentForm.Reference> after) {
            return new OfValue(
                    change.value().text(),
                    balance(change.before()),
                    balance(change.after()),
                    change.gone().stream().map(before).toList(),
                    change.came().stream().map(after).toList(),
                    change.stayed().stream()
                            .map(stayed -> new Stayed(before.apply(stayed.before()), after.apply(stayed.after())))
                            .toList());
        }
    }

    /** The same words in both, each with its judgement and place. */
    record Stayed(DocumentForm.Reference before, DocumentForm.Reference after) {}

    private static DocumentForm.@Nullable Balance balance(Score score) {
        return switch (score) {
            case Score.Silent _ -> null;
            case Score.Measured measured -> AuditWriter.balance(measured);
        };
    }

    private static Function<Reference, DocumentForm.Reference> references(Judged judged) {
        var forms = judged instanceof Judged.Known known && known.entry().outcome() instanceof Audited audited
                ? AuditWriter.references(audited).stream()
                        .collect(Collectors.toMap(DocumentForm.Reference::id, form -> form))
                : Map.<Integer, DocumentForm.Reference>of();
        return reference -> Optional.ofNullable(forms.get(reference.number())).orElseThrow();
    }
}
