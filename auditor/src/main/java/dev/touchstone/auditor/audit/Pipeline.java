package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Extent;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extractor;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Annotator;
import dev.touchstone.auditor.score.Scorer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The audit from end to end: extract → structure, then annotate → score, then aggregate. Two passes, because what repeats
 * across a collection is known only when all of it has been read. Every source ends in exactly one entry.
 */
public final class Pipeline {
    /** Passages annotated together: enough for the encoder to sort sentences by length, few enough for the heap. */
    private static final int CHARACTERS_AT_ONCE = 2_000_000;

    private final Reader reader;
    private final Structuring structuring;
    private final Annotator annotator;
    private final String version;
    private final int readers;
    private final Progress progress;

    /**
     * A pipeline over these adapters, which stay the caller's to close.
     *
     * @param version of the program, for the audit's provenance
     * @param readers how many files are read side by side
     */
    public Pipeline(
            Extractor extractor,
            Structuring structuring,
            Annotator annotator,
            String version,
            int readers,
            Progress progress) {
        this.reader = new Reader(extractor, structuring);
        this.structuring = structuring;
        this.annotator = annotator;
        this.version = version;
        this.readers = readers;
        this.progress = progress;
    }

    /** Audits a collection. The sink gets every document that could be read, in the order of the sources. */
    public Run run(Charter charter, List<Source> sources, List<Skipped> skipped, Sink sink) {
        var readings = together(read(sources));
        var documents = readings.stream().flatMap(Reading::documents).toList();
        var boilerplate = Boilerplate.of(documents);
        var entries = entries(charter, readings, boilerplate, sink);
        var provenance = new Provenance(version, annotator.identity(), annotator.bundles(charter));
        return new Run(Audit.of(charter, provenance, entries, skipped), boilerplate);
    }

    /** What comes of a file that was extracted before: the first pass without reading it again. */
    public Reading structure(Source source, String sha256, Extraction extraction) {
        return reader.reading(source, sha256, extraction);
    }

    /**
     * The second pass over one reading, against the boilerplate of its collection.
     *
     * @param recollection what was given back when the same file was scored before; empty when it never was
     */
    public Scored score(Charter charter, Reading reading, Boilerplate boilerplate, byte[] recollection) {
        var recalled = annotator.annotate(charter, scoredOf(List.of(reading)), recollection);
        var annotated = new ArrayList<Annotated>();
        var entry =
                entry(charter, reading, byDocument(recalled.annotated()), boilerplate, (_, one) -> annotated.add(one));
        return new Scored(entry, annotated, recalled.recollection());
    }

    /**
     * What came of a file.
     *
     * @param annotated the file and the files inside it that could be read: those inside come before the file that they are in
     * @param recollection of all of them, for the next time
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes for a file, never written to
    public record Scored(Entry entry, List<Annotated> annotated, byte[] recollection) {
        public Scored {
            annotated = List.copyOf(annotated);
        }
    }

    private List<Reading> read(List<Source> sources) {
        var readings = new ArrayList<Reading>();
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            var pending = sources.stream()
                    .map(source -> threads.submit(() -> reader.read(source)))
                    .toList();
            for (var future : pending) {
                readings.add(await(future));
                progress.passed(Progress.Stage.READING, readings.size(), sources.size());
            }
        }
        return readings;
    }

    /** Replaces each document by what it is among the others. */
    private List<Reading> together(List<Reading> readings) {
        var documents = readings.stream().flatMap(Reading::documents).toList();
        var settled = structuring.together(documents);
        var pairs = new IdentityHashMap<Document, Document>();
        for (var index = 0; index < documents.size(); index++) pairs.put(documents.get(index), settled.get(index));
        return readings.stream()
                .map(reading -> reading.with(document -> pairs.getOrDefault(document, document)))
                .toList();
    }

    private static Reading await(Future<Reading> reading) {
        try {
            return reading.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("reading never throws: a bad document is a value", bug.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the audit was stopped while it read", stop);
        }
    }

    private List<Entry> entries(Charter charter, List<Reading> readings, Boilerplate boilerplate, Sink sink) {
        var entries = new ArrayList<Entry>();
        for (var chunk : chunks(readings)) {
            var annotated = byDocument(annotator.annotate(charter, scoredOf(chunk)));
            for (var reading : chunk) {
                entries.add(entry(charter, reading, annotated, boilerplate, sink));
                progress.passed(Progress.Stage.SCORING, entries.size(), readings.size());
            }
        }
        return entries;
    }

    private static List<List<Reading>> chunks(List<Reading> readings) {
        var chunks = new ArrayList<List<Reading>>();
        var chunk = new ArrayList<Reading>();
        var characters = 0L;
        for (var reading : readings) {
            chunk.add(reading);
            characters += reading.documents()
                    .mapToLong(document -> document.text().length())
                    .sum();
            if (characters < CHARACTERS_AT_ONCE) continue;
            chunks.add(List.copyOf(chunk));
            chunk.clear();
            characters = 0;
        }
        chunks.add(List.copyOf(chunk));
        return chunks;
    }

    private static List<Document> scoredOf(List<Reading> readings) {
        return readings.stream()
                .flatMap(Reading::documents)
                .filter(Pipeline::isScored)
                .toList();
    }

    private static Map<Document, Annotated> byDocument(List<Annotated> all) {
        var byDocument = new IdentityHashMap<Document, Annotated>();
        for (var one : all) byDocument.put(one.document(), one);
        return byDocument;
    }

    private static boolean isScored(Document document) {
        var language = document.extracted().language();
        return language.isEmpty() || language.equals("en");
    }

    private Entry entry(
            Charter charter, Reading reading, Map<Document, Annotated> annotated, Boilerplate boilerplate, Sink sink) {
        return switch (reading) {
            case Reading.Failed failed ->
                new Entry(failed.path(), failed.sha256(), new Failed(failed.reason()), List.of());
            case Reading.Read read -> {
                var parts = read.parts().stream()
                        .map(part -> entry(charter, part, annotated, boilerplate, sink))
                        .toList();
                var document = read.document();
                var sentences = annotated.getOrDefault(document, Annotated.unseen(document, notScored(document)));
                var outcome = outcome(charter, sentences, boilerplate, parts);
                var entry = new Entry(document.path(), document.sha256(), outcome, parts);
                sink.accept(entry, sentences);
                yield entry;
            }
        };
    }

    private static Audited outcome(Charter charter, Annotated annotated, Boilerplate boilerplate, List<Entry> parts) {
        var document = annotated.document();
        var scored = Scorer.score(charter, annotated, boilerplate);
        var extent = new Extent(
                document.extracted().mediaType(),
                document.extracted().language(),
                isScored(document),
                (int) annotated.sentences().stream()
                        .filter(sentence -> sentence.counted())
                        .count(),
                words(document));
        var limits = Stream.of(document.extracted().limits(), annotated.limits(), limits(parts))
                .flatMap(List::stream)
                .toList();
        return new Audited(document.metadata(), document.recognition(), extent, scored, limits);
    }

    private static List<String> notScored(Document document) {
        if (isScored(document)) return List.of();
        var language = Locale.of(document.extracted().language()).getDisplayLanguage(Locale.ENGLISH);
        return List.of("not scored: " + language);
    }

    private static List<String> limits(List<Entry> parts) {
        var failed =
                parts.stream().filter(part -> part.outcome() instanceof Failed).count();
        if (failed == 0) return List.of();
        return List.of("%d of the %d files inside could not be read".formatted(failed, parts.size()));
    }

    /** Words of the passages that are language: runs without white space in which a letter or digit stands. */
    private static int words(Document document) {
        var words = 0;
        for (var passage : document.outline().passages()) {
            var runs = new StringTokenizer(passage.block().span().of(document.text()));
            while (runs.hasMoreTokens())
                if (runs.nextToken().codePoints().anyMatch(Character::isLetterOrDigit)) words++;
        }
        return words;
    }
}
