package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.work.Conveyor;
import dev.touchstone.indexer.archive.ledger.Artifacts.Kind;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Contents.Came;
import dev.touchstone.indexer.archive.ledger.Contents.Shown;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.IndexChanges.Change;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Runs.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the search indexes to what the ledger says, and lets runs that are scored take the place of those that people see. One
 * thread of one process does this; after a crash it does the last of it again.
 */
final class IndexKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int AT_ONCE = 1_000;

    private static final Duration EVERY = Duration.ofMillis(200);
    private static final SearchQuery EVERYTHING = new SearchQuery("", Map.of(), Days.ANY, 0, 0);

    private final Stores stores;
    private final Scoring scoring;
    private final Indexes indexes;
    private final Rounds rounds = new Rounds("index-keeper");
    private final Conveyor conveyor =
            new Conveyor("index-", Runtime.getRuntime().availableProcessors());

    /** Those whose index is known to be damaged. */
    private final Set<Collection> damaged = ConcurrentHashMap.newKeySet();

    /** Those whose index was looked at closely. */
    private final Set<Id<Collection>> looked = new HashSet<>();

    /** Those that were too much to index when they were taken alone. */
    private final Set<Change> suspected = new HashSet<>();

    /** Until all have been looked at, none is known to be whole. */
    private volatile boolean makingAnew = true;

    private IndexKeeper(Stores stores, Scoring scoring, Indexes indexes) {
        this.stores = stores;
        this.scoring = scoring;
        this.indexes = indexes;
    }

    static IndexKeeper start(Stores stores, Scoring scoring, Indexes indexes) {
        var keeper = new IndexKeeper(stores, scoring, indexes);
        keeper.rounds.every(EVERY, keeper::round);
        return keeper;
    }

    private void round() {
        promote();
        for (var collection :
                stores.ledger().read(transaction -> transaction.collections().all())) keep(collection);
        makingAnew = !damaged.isEmpty();
    }

    /** All runs that are to take the place of others do so at one moment: people never see half of a new charter. */
    private void promote() {
        var ready = stores.ledger().read(transaction -> {
            var open = transaction.collections().all().stream()
                    .flatMap(collection -> transaction.runs().live(collection.id()).stream())
                    .filter(run -> run.state() == State.OPEN)
                    .toList();
            return open.stream().allMatch(transaction.work()::isScored) ? open : List.<Run>of();
        });
        if (ready.isEmpty()) return;
        stores.ledger().act(Caller.PROGRAM, transaction -> {
            if (ready.stream().allMatch(transaction.work()::isScored)) ready.forEach(transaction.runs()::makeCurrent);
        });
    }

    /** Whether an index is being made anew, so that not everything can be found. */
    boolean isMakingAnew() {
        return makingAnew;
    }

    /** Makes the indexes of collections anew, because one of them could not be read. */
    void makeAnew(List<Collection> collections) {
        makingAnew = true;
        damaged.addAll(collections);
    }

    private void keep(Collection collection) {
        var index = indexes.of(collection);
        var fault = fault(collection, index);
        fault.ifPresent(why -> {
            LOG.warn("the search index of {} is made anew, because {}", collection.name(), why);
            makingAnew = true;
            stores.ledger()
                    .act(
                            Caller.PROGRAM,
                            transaction -> transaction.indexChanges().markAll(collection.id()));
        });
        var atOnce = AT_ONCE;
        for (var anew = fault.isPresent(); !rounds.isEnding(); ) {
            var changes = pending(collection, atOnce);
            if (changes.isEmpty()) break;
            try {
                apply(collection, index, changes, anew);
                anew = false;
                atOnce = Math.min(AT_ONCE, 2 * atOnce);
            } catch (OutOfMemoryError | StackOverflowError tooMuch) {
                // One document must not keep the others out: halves lead to it, and alone it gets a second try,
                // because something else may have had the memory.
                atOnce = Math.max(1, changes.size() / 2);
                if (changes.size() == 1 && !suspected.add(changes.getFirst()))
                    giveUp(collection, changes.getFirst(), tooMuch);
            }
        }
        damaged.remove(collection);
    }

    private List<Change> pending(Collection collection, int atOnce) {
        return stores.ledger().read(transaction -> transaction.indexChanges().pending(collection.id(), atOnce));
    }

    private void giveUp(Collection collection, Change change, Error why) {
        LOG.error(
                "{} cannot be found by searching: it is too much to index",
                Naming.shown(collection, change.path()),
                why);
        stores.ledger()
                .act(Caller.PROGRAM, transaction -> transaction.indexChanges().applied(List.of(change)));
    }

    /** Why an index cannot be kept as it is; looked at closely once, when the program begins. */
    private Optional<String> fault(Collection collection, SearchIndex index) {
        var stale = index.staleness();
        if (stale.isPresent()) return stale;
        if (damaged.contains(collection)) return Optional.of("it could not be read");
        if (!looked.add(collection.id())) return Optional.empty();
        var isEmpty = index.search(EVERYTHING).total() == 0;
        return isEmpty && shouldHold(collection) ? Optional.of("it is empty") : Optional.empty();
    }

    /** Whether something was scored and is not waiting to be indexed. */
    private boolean shouldHold(Collection collection) {
        return stores.ledger()
                .read(transaction ->
                        transaction.indexChanges().pending(collection.id(), 1).isEmpty()
                                && transaction.runs().current(collection.id()).stream()
                                        .flatMap(run -> transaction.contents().of(run).stream())
                                        .anyMatch(shown -> shown.came() instanceof Came.Scored));
    }

    /** Told to end, it publishes what it is done with; the rest stays pending. */
    private void apply(Collection collection, SearchIndex index, List<Change> changes, boolean anew) {
        var run = stores.ledger().read(transaction -> transaction.runs().current(collection.id()));
        var done = new ArrayList<Change>();
        try (var generation = anew ? index.replace() : index.extend()) {
            conveyor.map(
                            changes.stream().takeWhile(_ -> !rounds.isEnding()),
                            change -> prepared(collection, run, change))
                    .forEachOrdered(prepared -> {
                        prepared.into(generation);
                        done.add(prepared.change());
                    });
            generation.commit();
        }
        stores.ledger()
                .act(Caller.PROGRAM, transaction -> transaction.indexChanges().applied(done));
    }

    /**
     * What takes the place of whatever the index has at a path.
     *
     * @param documents a file and the files inside it; empty when it is shown no longer
     */
    private record Prepared(Change change, String path, List<Filed> documents) {
        void into(SearchIndex.Generation generation) {
            generation.remove(path);
            for (var filed : documents) generation.add(filed.entry(), filed.annotated());
        }
    }

    private record Filed(Entry entry, Annotated annotated) {}

    private Prepared prepared(Collection collection, Optional<Run> run, Change change) {
        var path = Naming.shown(collection, change.path());
        var shown = run.flatMap(current ->
                stores.ledger().read(transaction -> transaction.contents().of(current, change.document())));
        try {
            return new Prepared(
                    change,
                    path,
                    shown.map(one -> filed(collection, run.orElseThrow(), one)).orElse(List.of()));
        } catch (Damaged lost) {
            // One document that is lost must not keep the others out; check names it.
            LOG.error("{} cannot be found by searching: {}", path, lost.getMessage());
            return new Prepared(change, path, List.of());
        }
    }

    private List<Filed> filed(Collection collection, Run run, Shown shown) {
        if (!(shown.came() instanceof Came.Scored scored)) return List.of();
        var readable = new ArrayList<Entry>();
        readable(stores.entry(scored.entry(), scoring.charter(run)), readable);
        var version = stores.ledger()
                .read(transaction -> transaction.documents().find(shown.version()))
                .orElseThrow();
        var documents = scoring.documents(version, run);
        var sentences = stores.artifact(version.id(), Kind.VECTORS, run.terms().model())
                .map(StoredSentences::read)
                .orElseThrow(() -> new Damaged("the sentences of version %s are missing".formatted(version.id())));
        if (readable.size() != documents.size() || documents.size() != sentences.size())
            throw new Damaged("version %s has %d entries, %d documents and %d lists of sentences"
                    .formatted(version.id(), readable.size(), documents.size(), sentences.size()));
        var filed = new ArrayList<Filed>();
        for (var index = 0; index < documents.size(); index++) {
            var document = Naming.shown(collection, documents.get(index));
            var own = sentences.get(index);
            filed.add(new Filed(
                    Naming.shown(collection, readable.get(index)),
                    new Annotated(
                            document, own.sentences(), List.of(), List.of(), List.of(), own.embeddings(), List.of())));
        }
        return filed;
    }

    /** The entries that are not failed, those inside a file before the file: as {@link Scoring#documents} has them. */
    private static void readable(Entry entry, List<Entry> readable) {
        entry.parts().forEach(part -> readable(part, readable));
        if (!(entry.outcome() instanceof Failed)) readable.add(entry);
    }

    /** Lets the change under way be published, and ends. */
    @Override
    public void close() {
        rounds.close();
        conveyor.close();
    }
}
