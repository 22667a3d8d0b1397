package dev.touchstone.web.operate;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.HomeReader;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.json.Annotations;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.json.ReferencesCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a home shows, to be taken elsewhere. Tables and lines are written document by document, however many there are; only
 * what adds up to something holds all of it. That something was exported is in the audit log.
 */
public final class Export {
    private final HomeFolder folder;
    private final Ledger ledger;
    private final HomeReader reader;
    private final List<Collection> collections;
    private final Supplier<Engine> engine;

    /**
     * Of all collections, or the one with this name.
     *
     * @param engine asked for only where something is added up
     * @throws dev.touchstone.auditor.BadInput when there is no such collection
     */
    public Export(HomeFolder folder, Ledger ledger, Optional<String> collection, Supplier<Engine> engine) {
        this.folder = folder;
        this.ledger = ledger;
        this.reader = HomeReader.of(folder, ledger);
        this.collections = reader.collections(collection);
        this.engine = engine;
    }

    /** What can be written as one file. */
    public enum Format {
        /** The audit with its sums. */
        JSON("audit.json"),
        /** Every reference as a row. */
        CSV("references.csv"),
        /** Every document as a line of JSON. */
        JSONL("documents.jsonl"),
        /** Every reference as a Web Annotation. */
        JSONLD("annotations.jsonld");

        private final String file;

        Format(String file) {
            this.file = file;
        }

        /** The name that its file has in a folder. */
        public String file() {
            return file;
        }
    }

    /** Writes one file; the writer stays open. */
    public void write(Format format, Writer out) {
        note(format.name());
        content(format, out);
    }

    private void content(Format format, Writer out) {
        switch (format) {
            case JSON -> Json.write(AuditWriter.form(reader.audit(collections, engine.get())), out);
            case CSV -> ReferencesCsv.write(reader.entries(collections).flatMap(Entry::all), out);
            case JSONLD -> Annotations.write(reader.texts(collections), out);
            case JSONL -> reader.entries(collections).forEach(entry -> line(entry, out));
        }
    }

    private static void line(Entry entry, Writer out) {
        try {
            out.write(Json.line(AuditWriter.document(entry)));
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the export", failed);
        }
    }

    /** Writes one file into a folder, whole or not at all; what else is there stays. */
    public Path write(Format format, Path to) {
        note(format.name());
        return WrittenFile.in(to, format.file(), out -> content(format, out));
    }

    /**
     * Writes a folder from which the audit can be repeated elsewhere: see its README.
     *
     * @throws dev.touchstone.auditor.BadInput when the folder is not empty
     */
    public void bundle(Path to) {
        note("BUNDLE");
        try (var growing = GrowingFolder.begin(to)) {
            new Bundle(folder, ledger, reader, collections).write(growing.path());
            WrittenFile.in(growing.path(), Format.JSON.file(), out -> content(Format.JSON, out));
            WrittenFile.in(growing.path(), Format.CSV.file(), out -> content(Format.CSV, out));
            growing.commit();
        }
    }

    private void note(String format) {
        var names = String.join(", ", collections.stream().map(Collection::name).toList());
        ledger.act(
                Viewer.local("").caller(),
                transaction -> transaction.log().add("audit.exported", names, Map.of("format", format)));
    }
}
