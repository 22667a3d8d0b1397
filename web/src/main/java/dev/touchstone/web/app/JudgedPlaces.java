package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.measure.Measuring;
import dev.touchstone.auditor.measure.Paper;
import dev.touchstone.auditor.measure.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Documents that a person has judged at places, to be audited and compared with. What lies beside them in their folders is not
 * audited.
 */
public final class JudgedPlaces {
    private final List<PlaceFiles.Labelled> places;
    private final SortedMap<String, Collected> collections;

    private JudgedPlaces(List<PlaceFiles.Labelled> places, SortedMap<String, Collected> collections) {
        this.places = List.copyOf(places);
        this.collections = collections;
    }

    private record Collected(Charter charter, List<Source> sources) {}

    /**
     * Finds the documents of the labels and checks that they are those that were judged.
     *
     * @param labels JSON Lines files, or folders of them
     * @param corpus folder of the collections
     * @param charters folder with a charter {@code COLLECTION.yaml} for each, or one charter for all
     * @throws BadInput when a label, a charter or a document is not as it must be
     */
    public static JudgedPlaces read(List<Path> labels, Path corpus, Path charters) {
        var places = PlaceFiles.read(labels);
        if (!Files.isDirectory(corpus))
            throw new BadInput(corpus + ": no such folder; give the folder of the collections that were judged");
        if (!Files.exists(charters))
            throw new BadInput(charters + ": no such file or folder; give the folder with the charters");
        var byCollection = places.stream()
                .collect(Collectors.groupingBy(
                        labelled -> labelled.place().paper().collection(), TreeMap::new, Collectors.toList()));
        var collections = new TreeMap<String, Collected>();
        byCollection.forEach((name, inside) ->
                collections.put(name, collected(corpus.resolve(name), charter(charters, name), inside)));
        return new JudgedPlaces(places, collections);
    }

    private static Charter charter(Path charters, String collection) {
        var file = Files.isDirectory(charters) ? charters.resolve(collection + ".yaml") : charters;
        if (!Files.exists(file))
            throw new BadInput("%s: no charter for the collection '%s'; put %s.yaml there"
                    .formatted(charters, collection, collection));
        return CharterFile.read(file).charter();
    }

    private static Collected collected(Path folder, Charter charter, List<PlaceFiles.Labelled> labels) {
        var there = Sources.in(List.of(folder), Sources.Selection.ALL).sources().stream()
                .collect(Collectors.toMap(Source::path, source -> source));
        var wanted = new TreeMap<String, Source>();
        for (var label : labels) {
            var paper = label.place().paper();
            var source = there.get(paper.path());
            if (source == null || !Files.isRegularFile(source.file()))
                throw new BadInput("%s: %s has no document %s; get the collection that was judged"
                        .formatted(label.line(), folder, paper.path()));
            if (wanted.put(paper.path(), source) == null) check(source, paper, label.line());
            for (var value : label.place().values()) check(value, charter, label.line());
        }
        return new Collected(charter, List.copyOf(wanted.values()));
    }

    private static void check(Source source, Paper paper, String line) {
        try {
            if (!Sha256.of(source.file()).equals(paper.sha256()))
                throw new BadInput("%s: %s is not the document that was judged: its SHA-256 differs; get that version"
                        .formatted(line, source.file()));
        } catch (IOException unreadable) {
            throw new BadInput(source.file() + ": cannot be read; check that you may read it");
        }
    }

    private static void check(Value.Id value, Charter charter, String line) {
        var known = charter.values().stream().map(Value::id).toList();
        if (!known.contains(value))
            throw new BadInput("%s: the charter of %s has no value '%s'; it has %s"
                    .formatted(
                            line,
                            charter.organisation(),
                            value.text(),
                            known.stream().map(Value.Id::text).collect(Collectors.joining(", "))));
    }

    /**
     * Audits the documents, each with those of its collection, and measures the audits.
     *
     * @param seed for the intervals
     */
    public Quality measure(Engine engine, Progress progress, long seed) {
        var audited = new HashMap<Paper, Audited>();
        collections.forEach((name, collected) -> audited.putAll(audit(name, collected, engine, progress)));
        var judged = places.stream().map(PlaceFiles.Labelled::place).toList();
        return Measuring.quality(judged, audited, seed);
    }

    private static Map<Paper, Audited> audit(String name, Collected collected, Engine engine, Progress progress) {
        var auditing = new Auditing(collected.charter(), collected.sources(), List.of(), Scope.ALL);
        var found = new HashMap<Paper, Audited>();
        var failed = new ArrayList<String>();
        for (var entry : auditing.run(engine, Sink.NONE, progress).audit().entries())
            switch (entry.outcome()) {
                case Audited audited -> found.put(new Paper(name, entry.path(), entry.sha256()), audited);
                case Failed failure -> failed.add("%s/%s: %s".formatted(name, entry.path(), failure.reason()));
            }
        if (!failed.isEmpty()) throw new BadInput(failed.getFirst() + "; its labels cannot be compared");
        return found;
    }
}
