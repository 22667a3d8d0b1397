package dev.touchstone.web.browse;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.change.Change;
import dev.touchstone.auditor.change.Changes;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Judged;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two versions of a document side by side. */
public record Comparison(Side before, Side after) {
    /** One of the two. */
    public record Side(DocumentVersion version, Judged judged) {}

    /**
     * Two versions that somebody chose.
     *
     * @param from hash of one; empty for the one before {@code to}
     * @param to hash of the other; empty for the one in the audit
     * @return empty when the document has not had two, or not these
     */
    public static Optional<Comparison> of(Home home, String path, Optional<String> from, Optional<String> to) {
        var versions = home.versions(path);
        return versions.stream()
                .filter(version -> to.map(version.sha256()::equals).orElse(version.shown()))
                .findFirst()
                .flatMap(after -> versions.stream()
                        .filter(version -> from.map(version.sha256()::equals).orElse(version.number() < after.number()))
                        .findFirst()
                        .flatMap(before -> side(home, path, before)
                                .flatMap(one -> side(home, path, after).map(other -> new Comparison(one, other)))));
    }

    private static Optional<Side> side(Home home, String path, DocumentVersion version) {
        return home.version(path, version.sha256()).map(judged -> new Side(version, judged));
    }

    /** Why they cannot be compared, each reason a sentence; empty when they can. */
    public List<String> obstacles() {
        return Stream.of(before, after)
                .flatMap(side ->
                        obstacle(side.judged())
                                .map(because -> "Version %d: %s"
                                        .formatted(side.version().number(), because))
                                .stream())
                .toList();
    }

    private static Optional<String> obstacle(Judged judged) {
        return switch (judged) {
            case Judged.Unknown unknown -> Optional.of(unknown.because());
            case Judged.Known known ->
                switch (known.entry().outcome()) {
                    case Failed failed -> Optional.of("it could not be read: " + failed.reason());
                    case Audited audited
                    when !audited.extent().scored() -> Optional.of(String.join("; ", audited.limits()));
                    case Audited _ -> Optional.empty();
                };
        };
    }

    /** What became of each value; empty when the versions cannot be compared. */
    public List<Change> changes(Charter charter) {
        return audited(before.judged())
                .flatMap(one ->
                        audited(after.judged()).map(other -> Changes.between(charter, one.scored(), other.scored())))
                .filter(_ -> obstacles().isEmpty())
                .orElse(List.of());
    }

    private static Optional<Audited> audited(Judged judged) {
        return judged instanceof Judged.Known known && known.entry().outcome() instanceof Audited audited
                ? Optional.of(audited)
                : Optional.empty();
    }
}
