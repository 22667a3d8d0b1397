package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.archive.Original;
import dev.touchstone.indexer.archive.Put;
import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.indexer.archive.ledger.Addition;
import dev.touchstone.indexer.archive.ledger.Arrival;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Holdings.Amount;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Uploads.Sent;
import dev.touchstone.indexer.archive.ledger.Uploads.Upload;
import dev.touchstone.indexer.archive.ledger.Workload.Priority;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.OverQuota;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes documents into a home. The bytes are on the disk before the ledger learns of them, and the ledger has written them down
 * before anybody is told that they were taken.
 */
final class Filing {
    private static final int AT_ONCE = 50;

    private final Stores stores;
    private final Bounds bounds;

    Filing(Stores stores, Bounds bounds) {
        this.stores = stores;
        this.bounds = bounds;
    }

    /**
     * Takes what a person or a program sends; it is read and scored before what came in bulk.
     *
     * @throws Unavailable when too much is waiting already, or the disk is full
     * @throws OverQuota when the caller has sent, or the collection holds, as much as is kept of one
     * @throws BadInput when a file is too large or its path is none
     */
    Id<Upload> submit(Caller caller, Collection collection, List<Home.Upload> uploads) {
        refuseWhenFull();
        var kept = uploads.stream().map(this::keep).toList();
        return stores.ledger().write(caller, transaction -> {
            var sent = new ArrayList<Sent>();
            for (var index = 0; index < uploads.size(); index++)
                sent.add(add(transaction, collection, uploads.get(index), kept.get(index)));
            if (sent.stream().anyMatch(one -> !one.known())) checkQuotas(transaction, caller, collection);
            var id = transaction.uploads().add(collection.id(), sent);
            var known = sent.stream().filter(Sent::known).count();
            transaction
                    .log()
                    .add(
                            "upload.received",
                            id.toString(),
                            Map.of(
                                    "collection", collection.name(),
                                    "files", Integer.toString(sent.size()),
                                    "known", Long.toString(known)));
            return id;
        });
    }

    /** Looks at what would be there, so that what this transaction adds counts. */
    private void checkQuotas(Transaction transaction, Caller caller, Collection collection) {
        var holdings = transaction.holdings();
        if (isOver(bounds.user(), () -> holdings.sentBy(caller))) throw OverQuota.ofUser(bounds.user());
        if (isOver(bounds.collection(), () -> holdings.keptIn(collection.id())))
            throw OverQuota.ofCollection(collection.name(), bounds.collection());
    }

    /** Without a quota nothing is counted: nobody has to wait for it. */
    private static boolean isOver(Bounds.Quota quota, Supplier<Amount> counted) {
        if (!quota.isSet()) return false;
        var amount = counted.get();
        return !quota.allows(amount.files(), amount.bytes());
    }

    private void refuseWhenFull() {
        var waiting = stores.ledger().read(transaction -> transaction.work().queue());
        if (waiting.documents() >= bounds.waitingDocuments() || waiting.bytes() >= bounds.waitingBytes())
            throw new Unavailable(
                    Unavailable.Reason.BUSY,
                    // Without their number: some of them may be nobody else's business.
                    "too many documents wait to be read or scored; send more when some of them are done");
    }

    private Original keep(Home.Upload upload) {
        try {
            return keep(upload.file())
                    .orElseThrow(() -> new BadInput("%s: it is larger than %d MB; send it in parts"
                            .formatted(upload.name(), bounds.megabytes())));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the upload " + upload.name(), failed);
        }
    }

    /** Empty when the file is larger than what is taken. */
    private Optional<Original> keep(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return switch (stores.originals().put(in, bounds.bytes())) {
                case Put.Kept kept -> Optional.of(kept.original());
                case Put.Known known -> Optional.of(known.original());
                case Put.TooLarge _ -> Optional.empty();
            };
        }
    }

    private static Sent add(Transaction transaction, Collection collection, Home.Upload upload, Original original) {
        var path = upload.path().isEmpty() ? freePath(transaction, collection, upload.name()) : upload.path();
        var arrival = new Arrival(collection.id(), path, original, upload.name(), upload.type(), upload.fields());
        return switch (transaction.documents().add(arrival, Priority.INTERACTIVE)) {
            case Addition.Added added -> new Sent(upload.name(), added.version(), false);
            case Addition.Known known -> new Sent(upload.name(), known.version(), true);
            case Addition.Erased erased ->
                throw new BadInput("%s: these bytes were erased on %s and are not taken again: %s"
                        .formatted(upload.name(), erased.at().toString().substring(0, 10), erased.because()));
        };
    }

    /** {@code uploads/plan.md}, or {@code uploads/plan (2).md} when that is taken by another document. */
    private static String freePath(Transaction transaction, Collection collection, String name) {
        var dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        for (var number = 1; ; number++) {
            var path = "uploads/"
                    + (number == 1 ? name : name.substring(0, dot) + " (" + number + ")" + name.substring(dot));
            if (transaction.documents().at(collection.id(), path).isEmpty()) return path;
        }
    }

    /**
     * A file of a folder that was looked at.
     *
     * @param sha256 of its bytes; empty when they could not be kept
     */
    record Filed(String path, String sha256, Came came) {}

    /** What a file of a folder is to the collection. */
    sealed interface Came {
        /** Its bytes are new there. */
        record New() implements Came {}

        /** Its bytes were there before, and had been deleted or replaced since. */
        record Back() implements Came {}

        /** Its bytes stand there. */
        record Known() implements Came {}

        /** It was not taken. */
        record LeftOut(String reason) implements Came {}
    }

    /** Takes the files of a folder, some at a time; what cannot be taken is written down with the reason. */
    List<Filed> ingest(Caller caller, Collection collection, List<Source> sources, List<Skipped> skipped) {
        stores.ledger().act(caller, transaction -> transaction.contents().leaveOut(collection.id(), skipped));
        var filed = new ArrayList<Filed>();
        for (var start = 0; start < sources.size(); start += AT_ONCE)
            filed.addAll(ingest(caller, collection, sources.subList(start, Math.min(start + AT_ONCE, sources.size()))));
        return filed;
    }

    /** A file of a folder; the reason counts when its bytes were not kept. */
    private record Kept(Source source, Optional<Original> original, String reason) {}

    private List<Filed> ingest(Caller caller, Collection collection, List<Source> sources) {
        var kept = sources.stream().map(this::keep).toList();
        return stores.ledger().write(caller, transaction -> {
            var filed =
                    kept.stream().map(one -> add(transaction, collection, one)).toList();
            say(transaction, collection, filed);
            return filed;
        });
    }

    /** What was left out once and is taken now is left out no longer. */
    private static void say(Transaction transaction, Collection collection, List<Filed> filed) {
        var leftOut = new ArrayList<Skipped>();
        for (var one : filed)
            switch (one.came()) {
                case Came.LeftOut(var reason) -> leftOut.add(new Skipped(one.path(), reason));
                case Came.New _, Came.Back _, Came.Known _ ->
                    transaction.contents().leaveOutNoLonger(collection.id(), one.path());
            }
        transaction.contents().leaveOut(collection.id(), leftOut);
    }

    private Kept keep(Source source) {
        try {
            return new Kept(source, keep(source.file()), "the file is larger than %d MB".formatted(bounds.megabytes()));
        } catch (NoSuchFileException gone) {
            return new Kept(source, Optional.empty(), "the file cannot be opened: it is not there");
        } catch (IOException unreadable) {
            return new Kept(source, Optional.empty(), "the file cannot be opened: check that you may read it");
        }
    }

    private static Filed add(Transaction transaction, Collection collection, Kept kept) {
        var path = kept.source().path();
        return kept.original()
                .map(original ->
                        new Filed(path, original.sha256(), add(transaction, collection, kept.source(), original)))
                .orElseGet(() -> new Filed(path, "", new Came.LeftOut(kept.reason())));
    }

    private static Came add(Transaction transaction, Collection collection, Source source, Original original) {
        var path = source.path();
        var name = path.substring(path.lastIndexOf('/') + 1);
        var arrival = new Arrival(collection.id(), path, original, name, "", source.fields());
        var stood = transaction.documents().find(collection.id(), original.sha256()).stream()
                .anyMatch(version ->
                        version.current() && version.document().deletion().isEmpty());
        return switch (transaction.documents().add(arrival, Priority.BULK)) {
            case Addition.Added _ -> new Came.New();
            case Addition.Known known
            when known.version().document().path().equals(path) -> stood ? new Came.Known() : new Came.Back();
            case Addition.Known known ->
                new Came.LeftOut(
                        "the same bytes as " + known.version().document().path());
            case Addition.Erased erased -> new Came.LeftOut("erased before: " + erased.because());
        };
    }
}
