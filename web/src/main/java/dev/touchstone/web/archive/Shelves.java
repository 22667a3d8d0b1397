package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Provenance;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.indexer.archive.ledger.Charters.Published;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Contents.Shown;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Version;
import dev.touchstone.web.app.Engine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The collections as audits. What the ledger says is looked up when it has changed, and an entry is read once: the bytes behind
 * a hash never change. Safe from several threads.
 */
final class Shelves {
    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);
    private static final int REMEMBERED_AUDITS = 16;
    /** In milliseconds. Commits of this process are seen at once; those of workers elsewhere after this. */
    private static final long LOOK_AGAIN = 1_000;

    private final Stores stores;
    private final Engine engine;
    private final Map<Id<Collection>, Shelf> shelves = new HashMap<>();
    private final Map<Id<Published>, Charter> charters = new ConcurrentHashMap<>();
    private final Map<List<Shelf>, Audit> audits = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Shelf>, Audit> eldest) {
            return size() > REMEMBERED_AUDITS;
        }
    };

    private long seenCommits = -1;
    private long seenAt;

    Shelves(Stores stores, Engine engine) {
        this.stores = stores;
        this.engine = engine;
    }

    /** What these collections show together. */
    synchronized Audit audit(List<Collection> collections, Published inForce) {
        forgetWhatChanged();
        var seen = collections.stream().map(this::shelf).toList();
        var known = audits.get(seen);
        if (known != null) return known;
        var audit = together(seen, inForce);
        audits.put(seen, audit);
        return audit;
    }

    /** That of {@link #audit}, for which no entry need be read. */
    Charter charter(List<Collection> collections, Published inForce) {
        return charter(latest(
                collections.stream()
                        .flatMap(collection -> stores
                                .ledger()
                                .read(transaction -> transaction.runs().current(collection.id()))
                                .map(stores::published)
                                .stream()),
                inForce));
    }

    private static Published latest(Stream<Published> charters, Published inForce) {
        return charters.max(Comparator.comparingInt(Published::version)).orElse(inForce);
    }

    /** The version that holds the file, or the file inside it, with this hash; empty when none is shown. */
    synchronized Optional<Id<Version>> version(List<Collection> collections, String sha256) {
        forgetWhatChanged();
        return collections.stream()
                .map(this::shelf)
                .flatMap(shelf -> Optional.ofNullable(shelf.versions().get(sha256)).stream())
                .findFirst();
    }

    /** The text of the file, or of the file inside it, with this hash; empty when none is shown or nothing was read of it. */
    Optional<String> text(List<Collection> collections, String sha256) {
        return version(collections, sha256)
                .flatMap(id -> stores.ledger()
                        .read(transaction -> transaction.documents().find(id)))
                .flatMap(version -> stores.text(version.id(), version.original().sha256(), sha256));
    }

    private void forgetWhatChanged() {
        var commits = stores.ledger().commits();
        var now = stores.ledger().clock().millis();
        if (commits == seenCommits && now - seenAt < LOOK_AGAIN) return;
        seenCommits = commits;
        seenAt = now;
        shelves.replaceAll((_, shelf) -> look(shelf.collection(), Optional.of(shelf)));
    }

    private Shelf shelf(Collection collection) {
        return shelves.computeIfAbsent(collection.id(), _ -> look(collection, Optional.empty()));
    }

    private record Rows(Optional<Run> run, List<Shown> shown, List<Skipped> leftOut) {}

    /** The same shelf as before when nothing has changed on it, so that whatever was made of it can stay too. */
    private Shelf look(Collection collection, Optional<Shelf> before) {
        var rows = stores.ledger().read(transaction -> {
            var run = transaction.runs().current(collection.id());
            return new Rows(
                    run,
                    run.map(transaction.contents()::of).orElse(List.of()),
                    transaction.contents().leftOut(collection.id()));
        });
        var known = before.filter(old -> old.run().equals(rows.run()));
        if (known.filter(
                        old -> old.shown().equals(rows.shown()) && old.leftOut().equals(rows.leftOut()))
                .isPresent()) return known.get();
        var published = rows.run().map(stores::published);
        var entries = entries(collection, rows.run(), published, rows.shown(), known);
        return new Shelf(
                collection,
                rows.run(),
                published,
                known.map(Shelf::bundles).orElseGet(() -> bundles(rows.run())),
                rows.shown(),
                entries,
                rows.leftOut(),
                versions(rows.shown(), entries));
    }

    private List<Bundle> bundles(Optional<Run> run) {
        return run.map(one ->
                        RunContext.read(stores.read(one.terms().boilerplate())).bundles())
                .orElse(List.of());
    }

    private List<Entry> entries(
            Collection collection,
            Optional<Run> run,
            Optional<Published> published,
            List<Shown> shown,
            Optional<Shelf> known) {
        var read = new HashMap<Shown, Entry>();
        known.ifPresent(old -> {
            for (var index = 0; index < old.shown().size(); index++)
                read.put(old.shown().get(index), old.entries().get(index));
        });
        return shown.parallelStream()
                .map(one -> Optional.ofNullable(read.get(one))
                        .orElseGet(() -> entry(collection, run.orElseThrow(), charter(published.orElseThrow()), one)))
                .toList();
    }

    /** One entry that is lost must not hide all others. */
    private Entry entry(Collection collection, Run run, Charter charter, Shown shown) {
        try {
            var authors =
                    stores.ledger().read(transaction -> transaction.results().authors(run.id(), shown.version()));
            return StoredAuthors.in(stores.entry(collection, charter, shown), authors);
        } catch (Damaged lost) {
            LOG.error("what was found in {} cannot be read", shown.path(), lost);
            return Stores.failed(
                    collection,
                    shown,
                    "what was found in it is damaged; whoever runs the service mends it with: touchstone check --repair");
        }
    }

    private static Map<String, Id<Version>> versions(List<Shown> shown, List<Entry> entries) {
        var versions = new HashMap<String, Id<Version>>();
        for (var index = 0; index < shown.size(); index++) {
            var version = shown.get(index).version();
            entries.get(index).all().forEach(entry -> versions.putIfAbsent(entry.sha256(), version));
        }
        return Map.copyOf(versions);
    }

    private static Stream<Skipped> leftOut(Shelf shelf) {
        return shelf.leftOut().stream()
                .map(one -> new Skipped(Naming.shown(shelf.collection(), one.path()), one.reason()));
    }

    private Charter charter(Published published) {
        return charters.computeIfAbsent(published.id(), _ -> Stores.charter(published));
    }

    /** Collections that are judged by an earlier charter than the latest among them wait until they are scored anew. */
    private Audit together(List<Shelf> seen, Published inForce) {
        var published = latest(seen.stream().flatMap(shelf -> shelf.charter().stream()), inForce);
        var charter = charter(published);
        var alike = seen.stream()
                .filter(shelf -> shelf.charter()
                        .filter(one -> one.id().equals(published.id()))
                        .isPresent())
                .toList();
        var judged = alike.stream().filter(shelf -> shelf.run().isPresent()).findFirst();
        var model = judged.flatMap(Shelf::run)
                .map(run -> run.terms().model())
                .orElseGet(() -> engine.annotator().identity());
        return Audit.of(
                charter,
                new Provenance(
                        engine.version(), model, judged.map(Shelf::bundles).orElse(List.of())),
                alike.stream().flatMap(shelf -> shelf.entries().stream()).toList(),
                seen.stream().flatMap(Shelves::leftOut).toList(),
                engine.least());
    }
}
