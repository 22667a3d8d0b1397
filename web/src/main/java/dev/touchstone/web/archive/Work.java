package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.web.app.Sources;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Gives a home work of the size of a collection and waits until it is done, whoever does it.
 *
 * @param wake tells those who do it, where they can be told
 * @param watch looked at while waiting; what it throws ends the wait
 */
record Work(Stores stores, CharterBook charters, Filing filing, Rescoring rescoring, Runnable wake, Runnable watch) {
    void ingest(String name, Sources sources, Progress progress) {
        var caller = Viewer.local("").caller();
        var collection = collection(name);
        filing.ingest(caller, collection, sources.sources(), sources.skipped());
        wake.run();
        var waits = waits(progress);
        waits.untilRead(collection);
        var current = stores.ledger().read(transaction -> transaction.runs().current(collection.id()));
        if (current.isEmpty()) rescoring.begin(caller, collection, charters.inForce());
        wake.run();
        waits.untilScored(collection);
    }

    /** The collection with this name, made when there is none. */
    Collection collection(String name) {
        HomeCollections.checkName(name);
        return stores.ledger()
                .write(
                        Viewer.local("").caller(),
                        transaction -> transaction.collections().ensure(name, Access.OPEN));
    }

    void rescore(Optional<Path> charter, Progress progress) {
        var caller = Viewer.local("").caller();
        charter.ifPresent(file -> charters.publish(caller, file));
        var published = charters.inForce();
        var collections =
                stores.ledger().read(transaction -> transaction.collections().all());
        for (var collection : collections) rescoring.begin(caller, collection, published);
        wake.run();
        collections.forEach(waits(progress)::untilScored);
    }

    private Waits waits(Progress progress) {
        return new Waits(stores.ledger(), (stage, done, all) -> {
            watch.run();
            progress.passed(stage, done, all);
        });
    }
}
