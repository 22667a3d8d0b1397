package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.indexer.archive.Original;
import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.indexer.archive.ledger.Charters.Published;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Contents.Shown;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.json.Annotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what a home shows from beside it, one document at a time, also while another process serves it. */
public final class HomeReader {
    private final HomeFolder folder;
    private final Stores stores;

    private HomeReader(HomeFolder folder, Stores stores) {
        this.folder = folder;
        this.stores = stores;
    }

    /** Reads a home through its ledger, which stays the caller's to close. */
    public static HomeReader of(HomeFolder folder, Ledger ledger) {
        folder.check();
        var clock = ledger.clock();
        return new HomeReader(
                folder,
                new Stores(ledger, Originals.look(folder.originals(), clock), Originals.look(folder.derived(), clock)));
    }

    /**
     * The collections, or the one with this name.
     *
     * @throws BadInput when there is none
     */
    public List<Collection> collections(Optional<String> name) {
        var all = stores.ledger().read(transaction -> transaction.collections().all());
        if (name.isEmpty()) return all;
        var named = all.stream()
                .filter(collection -> collection.name().equals(name.get()))
                .toList();
        if (named.isEmpty())
            throw new BadInput("--collection: there is no collection %s in %s; there are: %s"
                    .formatted(
                            name.get(),
                            folder.path(),
                            String.join(", ", all.stream().map(Collection::name).toList())));
        return named;
    }

    /** What collections add up to; this holds all of it. */
    public Audit audit(List<Collection> collections, Engine engine) {
        return new Shelves(stores, engine)
                .audit(collections, CharterBook.of(folder, stores.ledger()).inForce());
    }

    /** A collection whose documents are judged by the charter that is shown. */
    private record Judged(Collection collection, Run run, Published charter) {}

    /** Collections that are judged by an earlier charter than the latest among them wait until they are scored anew. */
    private List<Judged> judged(List<Collection> collections) {
        var judged = new ArrayList<Judged>();
        for (var collection : collections)
            stores.ledger()
                    .read(transaction -> transaction.runs().current(collection.id()))
                    .ifPresent(run -> judged.add(new Judged(collection, run, stores.published(run))));
        var latest = judged.stream().mapToInt(one -> one.charter().version()).max();
        return judged.stream()
                .filter(one -> one.charter().version() == latest.orElseThrow())
                .toList();
    }

    /** The text of the charter that collections are judged by. */
    public String charter(List<Collection> collections) {
        return judged(collections).stream()
                .map(Judged::charter)
                .findFirst()
                .orElseGet(() -> CharterBook.of(folder, stores.ledger()).inForce())
                .text();
    }

    /** One row of the ledger, and what it takes to read the document. */
    private record Row(Judged judged, Charter charter, Shown shown) {
        String path() {
            return Naming.shown(judged.collection(), shown.path());
        }
    }

    private Stream<Row> rows(List<Collection> collections) {
        var rows = new ArrayList<Row>();
        for (var one : judged(collections)) {
            var charter = Stores.charter(one.charter());
            stores.ledger().read(transaction -> transaction.contents().of(one.run())).stream()
                    .map(shown -> new Row(one, charter, shown))
                    .forEach(rows::add);
        }
        return rows.stream();
    }

    /** The entries in the order of the audit; each is read when it is its turn. */
    public Stream<Entry> entries(List<Collection> collections) {
        return rows(collections).map(this::entry);
    }

    /** The entries in the order of the audit, those inside others among them, with their texts. */
    public Stream<Annotations.Read> texts(List<Collection> collections) {
        return rows(collections)
                .flatMap(row ->
                        entry(row).all().map(entry -> new Annotations.Read(entry, () -> text(row.shown(), entry))));
    }

    private String text(Shown shown, Entry entry) {
        return stores.text(shown.version(), shown.sha256(), entry.sha256())
                .orElseThrow(() -> new Damaged(
                        "the text of %s is missing; touchstone check says what to do".formatted(entry.path())));
    }

    private Entry entry(Row row) {
        return stores.entry(row.judged().collection(), row.charter(), row.shown());
    }

    /** The paths of a collection's documents and of those inside them that can be found, with the hashes of their bytes. */
    public Map<String, String> found(Collection collection) {
        var found = new TreeMap<String, String>();
        var run = stores.ledger().read(transaction -> transaction.runs().current(collection.id()));
        if (run.isEmpty()) return found;
        var charter = Stores.charter(stores.published(run.get()));
        stores.ledger().read(transaction -> transaction.contents().of(run.get())).stream()
                .flatMap(shown -> stores.entry(collection, charter, shown).all())
                .filter(entry -> !(entry.outcome() instanceof Failed))
                .forEach(entry -> found.put(entry.path(), entry.sha256()));
        return found;
    }

    /** The paths of a collection's documents whose entries in the search index are still to be made anew. */
    public List<String> pending(Collection collection) {
        return stores
                .ledger()
                .read(transaction -> transaction.indexChanges().pending(collection.id(), Integer.MAX_VALUE))
                .stream()
                .map(change -> Naming.shown(collection, change.path()))
                .toList();
    }

    /** A document as it came: its path as people see it, its bytes, and what was given with it. */
    public record Sent(String path, Original original, List<Field> given) {
        public Sent {
            given = List.copyOf(given);
        }
    }

    /** The documents that are shown, in the order of the audit. */
    public Stream<Sent> sent(List<Collection> collections) {
        return rows(collections)
                .map(row -> stores.ledger().read(transaction -> {
                    var version = transaction
                            .documents()
                            .find(row.shown().version())
                            .orElseThrow(() -> new Damaged("the version of %s is missing".formatted(row.path())));
                    return new Sent(
                            row.path(),
                            version.original(),
                            transaction.documents().given(version));
                }));
    }
}
