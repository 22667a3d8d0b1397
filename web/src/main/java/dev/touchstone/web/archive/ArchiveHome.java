package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Stage;
import dev.touchstone.indexer.archive.ledger.Uploads;
import dev.touchstone.indexer.archive.ledger.Version;
import dev.touchstone.web.app.Alike;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Judged;
import dev.touchstone.web.app.Waiver;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The archive as one viewer sees it. Which collections they may see is asked anew for every answer. */
final class ArchiveHome implements Home {
    private static final Pattern ID = Pattern.compile("[0-7][0-9a-f]{15}");

    private final Archive archive;
    private final Viewer viewer;

    ArchiveHome(Archive archive, Viewer viewer) {
        this.archive = archive;
        this.viewer = viewer;
    }

    private List<Collection> visible() {
        return archive.stores().ledger().read(viewer::collections);
    }

    @Override
    public List<String> collections() {
        return visible().stream().map(Collection::name).toList();
    }

    @Override
    public Audit audit() {
        return archive.audit(visible());
    }

    @Override
    public Charter charter() {
        return archive.charter(visible());
    }

    /** The version that holds the file, or the file inside it, with this hash. */
    private Optional<Version> version(String sha256) {
        return archive.shelves()
                .version(visible(), sha256)
                .flatMap(version -> archive.stores()
                        .ledger()
                        .read(transaction -> transaction.documents().find(version)));
    }

    @Override
    public Optional<String> text(String sha256) {
        return archive.shelves().text(visible(), sha256);
    }

    @Override
    public List<Alike> alike(String path) {
        var visible = visible();
        return archive.likenesses().of(visible, archive.audit(visible), path);
    }

    @Override
    public List<DocumentVersion> versions(String path) {
        return Naming.of(visible(), path)
                .map(collection -> archive.versions().of(collection, Naming.stored(collection, path)))
                .orElse(List.of());
    }

    @Override
    public Optional<Judged> version(String path, String sha256) {
        return Naming.of(visible(), path)
                .flatMap(collection -> archive.versions().find(collection, Naming.stored(collection, path), sha256));
    }

    @Override
    public List<Waiver> waivers() {
        return archive.register().of(visible());
    }

    @Override
    public Waiver allow(Waiver.Terms terms) {
        var collection = Naming.of(visible(), terms.path())
                .orElseThrow(() -> new BadInput("document: there is none at " + terms.path()));
        return archive.register().add(viewer.caller(), collection, terms);
    }

    @Override
    public boolean withdraw(String id, String because) {
        if (!ID.matcher(id).matches()) return false;
        return archive.register().withdraw(viewer.caller(), visible(), Id.of(id), because);
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return archive.search(visible(), query);
    }

    @Override
    public Job submit(String collection, List<Upload> uploads) {
        try {
            return job(archive.submit(viewer.caller(), joined(collection), uploads))
                    .orElseThrow();
        } finally {
            // Also of what was not taken nothing is left behind.
            uploads.forEach(upload -> upload.file().toFile().delete());
        }
    }

    private Collection joined(String collection) {
        var name = collection.isEmpty() ? HomeFolder.MAIN : collection;
        return visible().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("collection: there is no collection " + name + " that you may add to"));
    }

    @Override
    public List<Waiting> waiting() {
        return archive.stores()
                .ledger()
                .read(transaction -> viewer.collections(transaction).stream()
                        .flatMap(collection -> transaction.contents().pending(collection.id()).stream()
                                .map(pending -> new Waiting(
                                        Naming.shown(collection, pending.path()),
                                        pending.sha256(),
                                        state(pending.stage(), pending.begun()))))
                        .sorted(Comparator.comparing(Waiting::path))
                        .toList());
    }

    @Override
    public Optional<Original> original(String sha256) {
        return version(sha256)
                .filter(version -> version.original().sha256().equals(sha256))
                .flatMap(version -> archive.stores()
                        .originals()
                        .read(sha256)
                        .map(bytes -> new Original(
                                version.sent().name(), version.original().size(), bytes)));
    }

    @Override
    public boolean delete(String path, String because) {
        return archive.stores().ledger().write(viewer.caller(), transaction -> {
            for (var collection : viewer.collections(transaction)) {
                var prefix = Naming.prefix(collection);
                if (!path.startsWith(prefix)) continue;
                var document = transaction
                        .documents()
                        .at(collection.id(), path.substring(prefix.length()))
                        .filter(found -> found.deletion().isEmpty());
                if (document.isEmpty()) continue;
                transaction.documents().delete(document.get(), because);
                return true;
            }
            return false;
        });
    }

    @Override
    public void viewed(String path) {
        var collection = Naming.of(visible(), path);
        if (collection.filter(one -> one.access() == Access.CONFIDENTIAL).isEmpty()) return;
        log("document.viewed", path, Map.of("collection", collection.get().name()));
    }

    @Override
    public void exported(Export what) {
        log(
                "results.exported",
                what.name().toLowerCase(Locale.ROOT),
                Map.of("collections", String.join(", ", collections())));
    }

    private void log(String act, String subject, Map<String, String> details) {
        archive.stores()
                .ledger()
                .act(viewer.caller(), transaction -> transaction.log().add(act, subject, details));
    }

    @Override
    public Optional<Job> job(String id) {
        return known(id).flatMap(this::job);
    }

    @Override
    public Optional<Job> cancel(String id) {
        var upload = known(id).filter(known -> job(known).isPresent());
        upload.ifPresent(one -> archive.stores()
                .ledger()
                .act(viewer.caller(), transaction -> transaction.uploads().cancel(one)));
        return upload.flatMap(this::job);
    }

    private static Optional<Id<Uploads.Upload>> known(String id) {
        return ID.matcher(id).matches() ? Optional.of(Id.of(id)) : Optional.empty();
    }

    private Optional<Job> job(Id<Uploads.Upload> id) {
        return archive.stores().ledger().read(transaction -> {
            var visible = viewer.collections(transaction);
            return transaction
                    .uploads()
                    .find(id)
                    .flatMap(upload -> visible.stream()
                            .filter(collection -> collection.id().equals(upload.collection()))
                            .findFirst()
                            .map(collection -> job(upload, collection)));
        });
    }

    private static Job job(Uploads.Upload upload, Collection collection) {
        return new Job(
                upload.id().toString(),
                upload.items().stream().map(item -> item(item, collection)).toList());
    }

    private static Job.Item item(Uploads.Item item, Collection collection) {
        var state = state(item.stage(), item.begun());
        var path = Naming.shown(collection, item.path());
        var isAtEnd = state == Job.State.DONE || state == Job.State.FAILED;
        var again = item.known() && isAtEnd ? "the same bytes are in the audit already, as " + path : "";
        var message = Stream.of(again, item.ending().message())
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        return new Job.Item(item.name(), state, isAtEnd ? path : "", item.known(), message);
    }

    private static Job.State state(Stage stage, boolean begun) {
        return switch (stage) {
            case EXTRACT -> begun ? Job.State.READING : Job.State.QUEUED;
            case STRUCTURE -> Job.State.READING;
            case SCORE, INDEX -> Job.State.SCORING;
            case DONE -> Job.State.DONE;
            case FAILED, CANCELLED -> Job.State.FAILED;
        };
    }
}
