package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.indexer.archive.ledger.Artifacts.Kind;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Contents.Shown;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Version;
import dev.touchstone.web.access.Visitor;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.app.Judged;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The versions of documents, the earlier ones too. Only the one that is shown is in any sum, search or export. */
final class Versions {
    /** Those who send without having signed in. */
    private static final Set<String> NOBODY = Set.of(Visitor.Local.NAME, Caller.PROGRAM.actor());

    private final Stores stores;
    private final Scoring scoring;

    Versions(Stores stores, Scoring scoring) {
        this.stores = stores;
        this.scoring = scoring;
    }

    /** Who did something, as others are told; empty when nobody signed in to do it. */
    static String sender(String actor) {
        return NOBODY.contains(actor) ? "" : actor;
    }

    /** Of the document at a path of a collection, the newest first; empty when nothing of it is shown. */
    List<DocumentVersion> of(Collection collection, String path) {
        return stores.ledger().read(transaction -> {
            var document = transaction.documents().at(collection.id(), path);
            var run = transaction.runs().current(collection.id());
            if (document.isEmpty() || run.isEmpty()) return List.of();
            var shown =
                    transaction.contents().of(run.get(), document.get().id()).map(Shown::version);
            if (shown.isEmpty()) return List.of();
            return transaction.documents().versions(document.get()).reversed().stream()
                    .map(version -> new DocumentVersion(
                            version.number(),
                            version.original().sha256(),
                            version.sent().at(),
                            sender(version.sent().by()),
                            version.id().equals(shown.get())))
                    .toList();
        });
    }

    /** One version by the hash of its bytes, in the terms of the run that people see. */
    Optional<Judged> find(Collection collection, String path, String sha256) {
        return stores.ledger()
                .read(transaction -> {
                    var run = transaction.runs().current(collection.id());
                    return transaction
                            .documents()
                            .find(collection.id(), sha256)
                            .filter(version -> version.document().path().equals(path)
                                    && version.document().deletion().isEmpty())
                            .flatMap(version -> run.map(current -> new Asked(
                                    version, current, transaction.contents().of(current, version))));
                })
                .map(asked -> judged(collection, asked));
    }

    /**
     * A version that somebody asks about.
     *
     * @param ended what came of it in the run, when anything has
     */
    private record Asked(Version version, Run run, Optional<Shown> ended) {}

    private Judged judged(Collection collection, Asked asked) {
        try {
            return asked.ended()
                    .map(ended -> stores.entry(collection, scoring.charter(asked.run()), ended))
                    .or(() -> scored(collection, asked))
                    .<Judged>map(entry -> new Judged.Known(entry, text(asked.version())))
                    .orElseGet(() ->
                            new Judged.Unknown("it was never scored, and is not while another stands in its place"));
        } catch (Damaged lost) {
            return new Judged.Unknown(
                    "what was found in it is damaged; whoever runs the service mends it with: touchstone check --repair");
        }
    }

    /** One at a time: whoever asks for many waits, and nobody else does. */
    private synchronized Optional<Entry> scored(Collection collection, Asked asked) {
        var wasRead = stores.artifact(asked.version().id(), Kind.READ, scoring.reader())
                .isPresent();
        if (!wasRead || !scoring.isOurs(asked.run())) return Optional.empty();
        return Optional.of(Naming.shown(
                collection, scoring.score(asked.version(), asked.run()).entry()));
    }

    private Optional<String> text(Version version) {
        return stores.text(
                version.id(), version.original().sha256(), version.original().sha256());
    }
}
