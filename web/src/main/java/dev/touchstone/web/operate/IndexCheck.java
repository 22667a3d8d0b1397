package dev.touchstone.web.operate;

import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.search.Inspection;
import dev.touchstone.web.app.Scratch;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.HomeReader;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.operate.Finding.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Reads the search indexes again, and compares what is in them with what the ledger shows. */
final class IndexCheck {
    /** A service may be about to publish what the ledger says: what differs is looked at again before it is told. */
    private static final int LOOKS = 4;

    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final HomeFolder folder;
    private final Ledger ledger;
    private final HomeReader reader;
    private final List<Collection> wrong = new ArrayList<>();
    private final Strays strays;

    IndexCheck(HomeFolder folder, Ledger ledger, Retention retention) {
        this.folder = folder;
        this.ledger = ledger;
        this.reader = HomeReader.of(folder, ledger);
        this.strays = Strays.before(ledger.clock().instant().minus(retention.unreferred()));
    }

    /** @param comparing whether the results can be read that an index is made of */
    List<Finding> look(boolean comparing) {
        var findings = new ArrayList<Finding>();
        var collections = ledger.read(transaction -> transaction.collections().all());
        for (var collection : collections) {
            var inspection = Inspection.of(place(collection));
            if (inspection.faults().isEmpty() && comparing) compare(collection, findings);
            inspection.faults().forEach(fault -> findings.add(fault(collection, fault)));
            strays.look(Place.INDEX, inspection.strays(), findings);
            if (findings.stream().anyMatch(finding -> isOf(finding, collection))) wrong.add(collection);
        }
        strays.look(Place.INDEX, unknown(collections), findings);
        return findings;
    }

    private Path place(Collection collection) {
        return folder.index().resolve(collection.id().toString());
    }

    private static String name(Collection collection) {
        return "search index of " + collection.name();
    }

    private static boolean isOf(Finding finding, Collection collection) {
        return finding.weight() == Finding.Weight.FAULT && finding.thing().equals(name(collection));
    }

    private static Finding fault(Collection collection, String fault) {
        return Finding.fault(Place.INDEX, name(collection), fault, "check --repair has it made anew at the next start");
    }

    private void compare(Collection collection, List<Finding> findings) {
        var differing = differing(collection);
        for (var left = LOOKS; left > 1 && !differing.isEmpty(); left--) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            differing.retainAll(differing(collection));
        }
        differing.forEach(difference -> findings.add(fault(collection, difference)));
    }

    private Set<String> differing(Collection collection) {
        var indexed = Inspection.of(place(collection)).documents();
        var pending = Set.copyOf(reader.pending(collection));
        var found = reader.found(collection);
        var differing = new TreeSet<String>();
        var paths = new TreeSet<>(found.keySet());
        paths.addAll(indexed.keySet());
        for (var path : paths) {
            // What is inside a document changes with it.
            if (pending.contains(path.replaceFirst("!/.*", ""))) continue;
            var here = indexed.get(path);
            if (here == null) differing.add(path + " is missing in it");
            else if (!found.containsKey(path)) differing.add(path + " is in it and is not shown");
            else if (!here.equals(found.get(path))) differing.add(path + " is another one in it");
        }
        return differing;
    }

    /** Folders of collections that the ledger does not know. */
    private List<Path> unknown(List<Collection> collections) {
        if (!Files.isDirectory(folder.index())) return List.of();
        var known = collections.stream().map(this::place).collect(Collectors.toSet());
        try (var files = Files.walk(folder.index())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> known.stream().noneMatch(file::startsWith))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look into " + folder.index(), failed);
        }
    }

    /** Deletes the indexes that are wrong; whoever opens the home next makes them anew. */
    void repair() {
        strays.delete();
        for (var collection : wrong) {
            delete(place(collection));
            ledger.act(
                    Viewer.local("").caller(),
                    transaction -> transaction.indexChanges().markAll(collection.id()));
        }
    }

    private static void delete(Path index) {
        try {
            Scratch.delete(index);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + index, failed);
        }
    }
}
