package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.indexer.archive.Original;
import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.indexer.archive.ledger.Artifacts.Kind;
import dev.touchstone.indexer.archive.ledger.Charters.Published;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Contents.Came;
import dev.touchstone.indexer.archive.ledger.Contents.Shown;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Version;
import dev.touchstone.indexer.extract.StoredExtraction;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.json.AuditReader;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a home is made of: the ledger, which is the truth, and bytes by their hash, which it refers to.
 *
 * @param originals as they were sent
 * @param derived what was made of them: extractions, vectors, entries, contexts of runs
 */
record Stores(Ledger ledger, Originals originals, Originals derived) implements AutoCloseable {
    static Stores open(HomeFolder folder, Ledger ledger) {
        return new Stores(
                ledger,
                Originals.open(folder.originals(), ledger.clock()),
                Originals.open(folder.derived(), ledger.clock()));
    }

    Original keep(byte[] bytes) {
        return derived.put(bytes);
    }

    /** Bytes that the ledger refers to. */
    byte[] read(String sha256) {
        try (var in = derived.read(sha256).orElseThrow(() -> new Damaged("derived bytes are missing: " + sha256))) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + sha256, failed);
        }
    }

    /** What was read of a version, by this program or an earlier one; empty when it has not been read. */
    Optional<Extraction> extraction(Id<Version> version) {
        return artifact(version, Kind.EXTRACTION, StoredExtraction.MAKER).map(bytes -> {
            try {
                return StoredExtraction.read(bytes);
            } catch (IOException damaged) {
                throw new Damaged("the extraction of version %s is damaged".formatted(version), damaged);
            }
        });
    }

    /**
     * The text of a version, or of a file inside it; empty when nothing was read of it.
     *
     * @param whole hash of the version's bytes
     * @param sha256 of the file that is meant
     */
    Optional<String> text(Id<Version> version, String whole, String sha256) {
        return extraction(version).flatMap(extraction -> text(extraction, whole, sha256));
    }

    private static Optional<String> text(Extraction extraction, String of, String sha256) {
        if (!(extraction instanceof Extracted extracted)) return Optional.empty();
        if (of.equals(sha256)) return Optional.of(extracted.content().text());
        return extracted.parts().stream()
                .flatMap(part -> text(part.extraction(), part.sha256(), sha256).stream())
                .findFirst();
    }

    Optional<byte[]> artifact(Id<Version> version, Kind kind, String maker) {
        return ledger.read(transaction -> transaction.artifacts().find(version, kind, maker))
                .map(original -> read(original.sha256()));
    }

    static byte[] bytes(Entry entry) {
        return Packed.of(Json.line(AuditWriter.document(entry)).getBytes(StandardCharsets.UTF_8));
    }

    Entry entry(String sha256, Charter charter) {
        var text = new String(Packed.open(read(sha256)), StandardCharsets.UTF_8);
        return AuditReader.entry(text, charter, sha256);
    }

    /** The entry of a document that is shown, under the path that people see. */
    Entry entry(Collection collection, Charter charter, Shown shown) {
        return switch (shown.came()) {
            case Came.Scored scored -> Naming.shown(collection, entry(scored.entry(), charter));
            case Came.Failed failed -> failed(collection, shown, failed.ending().message());
        };
    }

    static Entry failed(Collection collection, Shown shown, String reason) {
        return new Entry(Naming.shown(collection, shown.path()), shown.sha256(), new Failed(reason), List.of());
    }

    Published published(Run run) {
        return ledger.read(
                        transaction -> transaction.charters().find(run.terms().charter()))
                .orElseThrow();
    }

    static Charter charter(Published published) {
        return CharterFile.parse(
                        "the charter of " + published.organisation(),
                        published.text().getBytes(StandardCharsets.UTF_8))
                .charter();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
