package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.ProcessFigures;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Measures how long a home takes to be scored anew against a changed charter, and whether that gives what a new home with this
 * charter gives. Models are opened anew for each, so that nothing is remembered that is not kept.
 */
public final class RescoreBench {
    private final Supplier<Parts> parts;
    private final Path folder;

    /**
     * A measurement.
     *
     * @param folder a new one, for the homes
     */
    public RescoreBench(Supplier<Parts> parts, Path folder) {
        this.parts = parts;
        this.folder = folder;
    }

    /**
     * What was measured.
     *
     * @param sentences that count, repeats included
     * @param anew scoring all again from what is kept, until all can be found
     * @param fresh the same charter in a home of its own, extraction and reading included
     * @param different documents of which the two say different things
     */
    public record Measured(int documents, int sentences, Took anew, Took fresh, int different) {}

    /** What something took; CPU time with that of worker processes. */
    public record Took(Duration wall, Duration cpu) {}

    private record Scored(Took took, Audit audit) {}

    /**
     * Measures once.
     *
     * @param charter that the documents are scored against before
     */
    public Measured run(Path charter, Path changed, Sources sources, Progress progress) {
        ingest("first", charter, sources, progress);
        var anew = rescore("first", changed, progress);
        var fresh = ingest("fresh", changed, sources, progress);
        return new Measured(
                (int) anew.audit().all().count(),
                anew.audit().entries().stream()
                        .flatMap(Entry::all)
                        .mapToInt(RescoreBench::sentences)
                        .sum(),
                anew.took(),
                fresh.took(),
                different(said(anew.audit()), said(fresh.audit())));
    }

    private static int sentences(Entry entry) {
        return switch (entry.outcome()) {
            case Audited audited -> audited.extent().sentences();
            case Failed _ -> 0;
        };
    }

    private Scored ingest(String home, Path charter, Sources sources, Progress progress) {
        try (var opened = parts.get()) {
            var made = new HomeFolder(folder.resolve(home));
            Archive.make(made, charter, opened);
            return timed(made, opened, charter, archive -> archive.ingest(HomeFolder.MAIN, sources, progress));
        }
    }

    private Scored rescore(String home, Path changed, Progress progress) {
        try (var opened = parts.get()) {
            return timed(
                    new HomeFolder(folder.resolve(home)),
                    opened,
                    changed,
                    archive -> archive.rescore(Optional.of(changed), progress));
        }
    }

    /** Without the opening of the models. */
    private static Scored timed(HomeFolder home, Parts opened, Path charter, Consumer<Archive> work) {
        var engine = opened.engine(Optional.empty(), Optional.empty(), Optional.empty());
        engine.annotator().bundles(CharterFile.read(charter).charter());
        try (var archive = Archive.open(home, opened, engine)) {
            var cpu = ProcessFigures.cpu();
            var start = System.nanoTime();
            work.accept(archive);
            var took = new Took(
                    Duration.ofNanos(System.nanoTime() - start),
                    ProcessFigures.cpu().minus(cpu));
            return new Scored(took, archive.seenBy(Viewer.local("")).audit());
        }
    }

    private static Map<String, String> said(Audit audit) {
        return audit.entries().stream()
                .collect(Collectors.toMap(Entry::path, entry -> Json.line(AuditWriter.document(entry))));
    }

    private static int different(Map<String, String> one, Map<String, String> other) {
        var paths = new HashSet<>(one.keySet());
        paths.addAll(other.keySet());
        return (int) paths.stream()
                .filter(path -> !Objects.equals(one.get(path), other.get(path)))
                .count();
    }
}
