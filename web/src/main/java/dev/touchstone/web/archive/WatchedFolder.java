package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.WatchedFiles.Taken;
import dev.touchstone.web.app.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A folder whose files a collection follows: what is new or changed there is taken, what is gone is deleted, as far as its bytes
 * are what the collection shows. It is looked at every few seconds, which works on every disk and network drive, and nothing is
 * believed until it has been still for a while: a file that is being written, or one that an editor takes away and puts back.
 * What was taken is in the ledger, so that a start finds what happened in between. Not safe from several threads.
 */
public final class WatchedFolder implements AutoCloseable {
    /** How long nothing may have happened to a file before it is taken, or is gone. */
    public static final Duration STILL = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Archive archive;
    private final Collection collection;
    private final Path folder;
    private final Supplier<Sources> look;
    private final InstantSource clock;
    private final Consumer<String> tell;
    private final Rounds rounds = new Rounds("watch");
    /** What is to be done with a file, and since when that has been so. */
    private final Map<String, Pending> pending = new HashMap<>();
    /** How the files are that cannot be taken: each is told of once. */
    private final Map<String, String> refused = new HashMap<>();

    private String complaint = "";

    /**
     * A folder that is not looked at yet.
     *
     * @param collection name of the one that follows it, made when there is none
     * @param look finds the documents in the folder, under the paths that they have in it
     * @param tell takes a line about each thing that is done
     * @throws BadInput when there is no such folder
     */
    public WatchedFolder(
            Archive archive,
            String collection,
            Path folder,
            Supplier<Sources> look,
            InstantSource clock,
            Consumer<String> tell) {
        this.archive = archive;
        this.collection = archive.collection(collection);
        this.folder = real(folder);
        this.look = look;
        this.clock = clock;
        this.tell = tell;
    }

    private static Path real(Path folder) {
        try {
            if (Files.isDirectory(folder)) return folder.toRealPath();
        } catch (IOException unreadable) {
            throw new BadInput(folder + ": cannot be read; check that you may read it");
        }
        throw new BadInput(folder + ": no such folder; give one to be watched");
    }

    /** What a file was found to be. */
    private record Pending(String stamp, Instant since) {
        static final String GONE = "gone";
    }

    /** Looks at the folder now, and again and again until this is closed. */
    public void start() {
        tell.accept("watching %s into the collection %s".formatted(folder, collection.name()));
        rounds.every(PAUSE, this::round);
    }

    /** Looks at the folder once, and does what is to be done. */
    void round() {
        archive.beginWhenRead(collection);
        Sources found;
        try {
            found = look.get();
        } catch (BadInput unreadable) {
            // A drive that is not there looks like a folder without files: nothing is believed to be gone.
            complain(String.valueOf(unreadable.getMessage()));
            pending.clear();
            return;
        }
        complain("");
        var taken = read(transaction -> transaction.watchedFiles().of(collection.id(), folder.toString()));
        take(found.sources(), taken);
        letGo(found.sources().stream().map(Source::path).collect(Collectors.toSet()), taken);
    }

    private void complain(String message) {
        if (!message.isEmpty() && !message.equals(complaint)) tell.accept(message + "; until then nothing is done");
        complaint = message;
    }

    private <T> T read(Function<Transaction, T> work) {
        return archive.ledger().read(work);
    }

    private void take(List<Source> sources, Map<String, Taken> taken) {
        var stamps = new HashMap<String, String>();
        var still = new ArrayList<Source>();
        for (var source : sources) {
            var stamp = stamp(source);
            var path = source.path();
            if (stamp.isEmpty()) continue;
            var known = Optional.ofNullable(taken.get(path)).map(Taken::stamp).orElse("");
            if (stamp.get().equals(known) || stamp.get().equals(refused.get(path))) pending.remove(path);
            else if (isStill(path, stamp.get())) {
                stamps.put(path, stamp.get());
                still.add(source);
            }
        }
        if (!still.isEmpty()) archive.take(collection, still).forEach(filed -> settle(filed, stamps, taken));
    }

    private boolean isStill(String path, String stamp) {
        var before = pending.get(path);
        if (before == null || !before.stamp().equals(stamp)) {
            pending.put(path, new Pending(stamp, clock.instant()));
            return false;
        }
        return !clock.instant().isBefore(before.since().plus(STILL));
    }

    private void settle(Filing.Filed filed, Map<String, String> stamps, Map<String, Taken> taken) {
        var path = filed.path();
        var stamp = Optional.ofNullable(stamps.get(path)).orElseThrow();
        pending.remove(path);
        switch (filed.came()) {
            case Filing.Came.New _ -> tell.accept(path + ": taken");
            case Filing.Came.Back _ -> tell.accept(path + ": is back");
            case Filing.Came.Known _ -> {}
            case Filing.Came.LeftOut(var reason) -> tell.accept(path + ": not taken: " + reason);
        }
        if (filed.sha256().isEmpty()) {
            refused.put(path, stamp);
            return;
        }
        archive.ledger().act(Caller.PROGRAM, transaction -> {
            transaction.watchedFiles().put(collection.id(), folder.toString(), path, new Taken(stamp, filed.sha256()));
            Optional.ofNullable(taken.get(path))
                    .map(Taken::sha256)
                    .filter(before -> !before.equals(filed.sha256()))
                    .ifPresent(before -> release(transaction, path, before));
        });
    }

    private void letGo(Set<String> found, Map<String, Taken> taken) {
        taken.forEach((path, file) -> {
            if (found.contains(path)) return;
            // Unless the system says that it is not there, it may only be out of reach.
            if (!Files.notExists(folder.resolve(path))) pending.remove(path);
            else if (isStill(path, Pending.GONE)) {
                pending.remove(path);
                var deleted = archive.ledger().write(Caller.PROGRAM, transaction -> {
                    transaction.watchedFiles().remove(collection.id(), folder.toString(), path);
                    transaction.contents().leaveOutNoLonger(collection.id(), path);
                    return release(transaction, path, file.sha256());
                });
                deleted.ifPresent(document -> tell.accept("%s: gone; %s is deleted, and can be restored for %d days"
                        .formatted(path, document, Retention.USUAL.deleted().toDays())));
            }
        });
    }

    /**
     * Deletes what no file has any longer. Its document may stand at another path, when the file was moved; and other bytes may
     * stand there now, which are none of ours.
     *
     * @return the path of the document that was deleted
     */
    private Optional<String> release(Transaction transaction, String path, String sha256) {
        if (transaction.watchedFiles().holds(collection.id(), sha256)) return Optional.empty();
        return transaction
                .documents()
                .find(collection.id(), sha256)
                .filter(version ->
                        version.current() && version.document().deletion().isEmpty())
                .map(version -> {
                    transaction
                            .documents()
                            .delete(version.document(), "the file %s is gone from %s".formatted(path, folder));
                    return version.document().path();
                });
    }

    /** Tells whether a file is as it was; empty when it cannot be looked at. */
    private static Optional<String> stamp(Source source) {
        try {
            var attributes = Files.readAttributes(source.file(), BasicFileAttributes.class);
            return Optional.of(Sha256.of("%d %d %s"
                    .formatted(
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis(),
                            source.fields().stream()
                                    .filter(field -> field.origin() != Field.Origin.FILE_DATE)
                                    .toList())));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Lets the round under way come to its end. */
    @Override
    public void close() {
        rounds.close();
    }
}
