package dev.touchstone.web.testing;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Job.State;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Provenance;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Hit;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.web.app.Alike;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Judged;
import dev.touchstone.web.app.Waiver;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.FiledReference;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.json.Words;
import dev.touchstone.web.testing.TestingRecord.Filed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A home in memory. Its search finds quotations that hold all words; an upload goes one step on each time that it is asked
 * about, so that no test waits for a clock.
 */
public final class TestingHome implements Home {
    private final Charter charter;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Skipped> skipped;
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, List<Judged>> earlier = new TreeMap<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    public TestingHome(Charter charter, List<Filed> records, List<Entry> failures, List<Skipped> skipped) {
        this.charter = charter;
        this.skipped = skipped;
        records.forEach(this::keep);
        entries.addAll(failures);
    }

    private void keep(Filed filed) {
        entries.add(filed.entry());
        texts.put(filed.entry().sha256(), filed.text());
    }

    @Override
    public synchronized Audit audit() {
        return Audit.of(
                charter, new Provenance("0.1.0", "testing 1", TestingCollections.bundles(charter)), entries, skipped);
    }

    /** Says what stood in the place of a document before, the newest first. */
    public synchronized void stoodBefore(String path, List<Judged> versions) {
        earlier.put(path, versions);
    }

    @Override
    public synchronized List<DocumentVersion> versions(String path) {
        var before = earlier.getOrDefault(path, List.of());
        if (before.isEmpty()) return List.of();
        var versions = new ArrayList<DocumentVersion>();
        var shown = new Catalogue(audit()).at(path).orElseThrow().sha256();
        versions.add(new DocumentVersion(before.size() + 1, shown, day(before.size()), "mara.lind", true));
        for (var place = 0; place < before.size(); place++)
            versions.add(new DocumentVersion(
                    before.size() - place, hash(before.get(place), place), day(before.size() - place - 1), "", false));
        return versions;
    }

    private static Instant day(int number) {
        return Instant.parse("2026-03-01T09:00:00Z").plus(Duration.ofDays(number));
    }

    private static String hash(Judged judged, int place) {
        return switch (judged) {
            case Judged.Known known -> known.entry().sha256();
            case Judged.Unknown _ -> "%064x".formatted(place);
        };
    }

    @Override
    public synchronized Optional<Judged> version(String path, String sha256) {
        var entry = new Catalogue(audit()).at(path).orElseThrow();
        if (entry.sha256().equals(sha256)) return Optional.of(new Judged.Known(entry, text(sha256)));
        var before = earlier.getOrDefault(path, List.of());
        return IntStream.range(0, before.size())
                .filter(place -> hash(before.get(place), place).equals(sha256))
                .mapToObj(before::get)
                .findFirst();
    }

    /** What was edited is like what was not. */
    @Override
    public synchronized List<Alike> alike(String path) {
        if (!earlier.containsKey(path)) return List.of();
        return List.of(
                new Alike(entries.getLast().path(), 100),
                new Alike(entries.get(1).path(), 83));
    }

    @Override
    public synchronized List<Waiver> waivers() {
        return List.copyOf(waivers);
    }

    /** Those that end before 2026 have expired. */
    @Override
    public synchronized Waiver allow(Waiver.Terms terms) {
        var id = "%016x".formatted(waivers.size() + 1);
        var waiver = new Waiver(id, terms, "mara.lind", day(0), terms.until().getYear() < 2026);
        waivers.add(waiver);
        return waiver;
    }

    @Override
    public synchronized boolean withdraw(String id, String because) {
        return waivers.removeIf(waiver -> waiver.id().equals(id));
    }

    /** Nothing here is confidential. */
    @Override
    public void viewed(String path) {}

    @Override
    public void exported(Export what) {}

    @Override
    public synchronized Optional<String> text(String sha256) {
        return Optional.ofNullable(texts.get(sha256));
    }

    @Override
    public synchronized SearchPage search(SearchQuery query) {
        if (query.text().chars().filter(character -> character == '"').count() % 2 == 1)
            throw new BadInput("search: the phrase that begins at character %d does not end; close it with \""
                    .formatted(query.text().lastIndexOf('"') + 1));
        var question = new Question("", query.filters(), Optional.empty(), "", query.days(), "", 1);
        var found = new Catalogue(audit())
                .references(question).stream()
                        .filter(filed -> words(query)
                                .allMatch(word -> filed.reference()
                                        .evidence()
                                        .quote()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(word)))
                        .toList();
        var hits = found.stream()
                .skip(query.offset())
                .limit(query.limit())
                .map(filed -> hit(query, filed))
                .toList();
        var documents =
                found.stream().map(filed -> filed.entry().path()).distinct().count();
        return new SearchPage(found.size(), (int) documents, hits, facets(found));
    }

    private static Stream<String> words(SearchQuery query) {
        return Stream.of(
                        query.text().replace("\"", " ").toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty());
    }

    private static Map<Facet, List<SearchPage.Count>> facets(List<FiledReference> found) {
        return Map.of(
                Facet.VALUE,
                        counts(found.stream()
                                .map(filed -> filed.reference().value().text())),
                Facet.EFFECT,
                        counts(found.stream()
                                .map(filed -> Words.of(filed.reference().effect()))),
                Facet.ROLE,
                        counts(found.stream()
                                .map(filed ->
                                        Words.of(filed.reference().judgement().role()))),
                Facet.TEAM,
                        counts(found.stream()
                                .map(filed -> filed.audited().metadata().team())));
    }

    private static List<SearchPage.Count> counts(Stream<String> words) {
        return words
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(count -> new SearchPage.Count(count.getKey(), Math.toIntExact(count.getValue())))
                .toList();
    }

    private static Hit hit(SearchQuery query, FiledReference filed) {
        var reference = filed.reference();
        var evidence = reference.evidence();
        var metadata = filed.audited().metadata();
        var lower = evidence.quote().toLowerCase(Locale.ROOT);
        var highlights = words(query)
                .map(word -> new Span(lower.indexOf(word), lower.indexOf(word) + word.length()))
                .sorted()
                .toList();
        return new Hit(
                new Hit.Place(
                        filed.entry().path(),
                        filed.entry().sha256(),
                        evidence.span(),
                        evidence.section(),
                        evidence.page()),
                metadata.title(),
                metadata.team(),
                metadata.date(),
                evidence.quote(),
                highlights,
                List.of(new Hit.Referring(
                        reference.number(),
                        reference.value().text(),
                        Words.of(reference.judgement().stance()),
                        Words.of(reference.effect()),
                        Words.of(reference.judgement().role()),
                        evidence.span())));
    }

    @Override
    public synchronized Job submit(String collection, List<Upload> uploads) {
        var id = "job-" + (jobs.size() + 1);
        var items = new ArrayList<Job.Item>();
        for (var upload : uploads) {
            items.add(new Job.Item(upload.name(), State.QUEUED, "", false, ""));
            texts.put("upload " + upload.name(), read(upload));
        }
        var job = new Job(id, items);
        jobs.put(id, job);
        return job;
    }

    private static String read(Upload upload) {
        try {
            var text = Files.readString(upload.file(), StandardCharsets.UTF_8);
            Files.delete(upload.file());
            return text;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized Optional<Job> job(String id) {
        var job = Optional.ofNullable(jobs.get(id));
        job.ifPresent(found ->
                jobs.put(id, new Job(id, found.items().stream().map(this::step).toList())));
        return job;
    }

    private Job.Item step(Job.Item item) {
        return switch (item.state()) {
            case QUEUED -> new Job.Item(item.name(), State.READING, "", false, "");
            case READING -> new Job.Item(item.name(), State.SCORING, "", false, "");
            case SCORING -> end(item.name());
            case DONE, FAILED -> item;
        };
    }

    /** A file whose name promises trouble makes it; any other becomes a record with one reference. */
    private Job.Item end(String name) {
        var path = "uploads/" + name;
        if (name.contains("broken")) {
            entries.add(new Entry(path, "", new Failed("the file is broken"), List.of()));
            return new Job.Item(name, State.FAILED, path, false, "the file is broken");
        }
        keep(new TestingRecord(charter, path, name)
                .by("Uploads", LocalDate.of(2025, 6, 1))
                .section("Decision", Section.Kind.DECISION)
                .refers(
                        texts.getOrDefault("upload " + name, "").strip(),
                        charter.values().getFirst(),
                        Role.REASON,
                        Stance.UPHOLDS,
                        About.CHOSEN)
                .file());
        return new Job.Item(name, State.DONE, path, false, "");
    }

    @Override
    public List<Waiting> waiting() {
        return List.of();
    }

    @Override
    public synchronized Optional<Original> original(String sha256) {
        return text(sha256).map(text -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Original("plan.md", bytes.length, new ByteArrayInputStream(bytes));
        });
    }

    @Override
    public List<String> collections() {
        return List.of("records");
    }

    @Override
    public synchronized boolean delete(String path, String because) {
        return entries.removeIf(entry -> entry.path().equals(path));
    }

    @Override
    public synchronized Optional<Job> cancel(String id) {
        return job(id);
    }
}
