package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.audit.Structuring;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.search.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/** What a home holds: the audit as it stands, with the texts and the index that belong to it. Safe from several threads. */
final class Holdings {
    private final HomeFolder folder;
    private final Engine engine;
    private final SearchIndex index;
    private final Object writing = new Object();

    private volatile Audit audit;
    private volatile Boilerplate boilerplate;

    Holdings(HomeFolder folder, Engine engine, SearchIndex index) {
        this.folder = folder;
        this.engine = engine;
        this.index = index;
        this.audit = folder.audit().orElseGet(this::nothingYet);
        this.boilerplate = folder.boilerplate();
    }

    private Audit nothingYet() {
        var charter = folder.charter();
        return Audit.of(charter, engine.provenance(charter), List.of(), List.of());
    }

    Audit audit() {
        return audit;
    }

    /**
     * Audits a collection and puts it here: entries with the same path are replaced, others stay.
     *
     * @param also takes each document too
     * @return the audit of the collection alone
     */
    Audit ingest(Auditing auditing, Sink also, Progress progress) {
        synchronized (writing) {
            var first = audit.entries().isEmpty();
            try (var generation = first ? index.replace() : index.extend()) {
                var run = auditing.run(
                        engine,
                        (entry, annotated) -> {
                            folder.texts()
                                    .keep(entry.sha256(), annotated.document().text());
                            generation.add(entry, annotated);
                            also.accept(entry, annotated);
                        },
                        progress);
                Durable.write(folder.unfinished(), "");
                generation.commit();
                publish(merged(boilerplate, run.boilerplate()));
                publish(merged(audit, run.audit()));
                Files.delete(folder.unfinished());
                return run.audit();
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot finish the ingest into " + folder.path(), failed);
            }
        }
    }

    private static Audit merged(Audit before, Audit added) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var entry : before.entries()) entries.put(entry.path(), entry);
        for (var entry : added.entries()) entries.put(entry.path(), entry);
        var skipped = new LinkedHashSet<Skipped>(before.skipped());
        skipped.addAll(added.skipped());
        return Audit.of(added.charter(), added.provenance(), List.copyOf(entries.values()), List.copyOf(skipped));
    }

    private static Boilerplate merged(Boilerplate before, Boilerplate added) {
        var repeated = new TreeSet<>(before.repeated());
        repeated.addAll(added.repeated());
        return new Boilerplate(repeated);
    }

    private void publish(Audit next) {
        folder.publish(next);
        audit = next;
    }

    private void publish(Boilerplate next) {
        folder.publish(next);
        boilerplate = next;
    }

    /**
     * Scores one document more into the texts and the index; the audit gets its entry with {@link #add}.
     *
     * @param read is told when the document has been read and is being scored
     */
    Entry score(Source source, Runnable read) {
        var told = engine.with((Structuring) (document, sha256, extracted) -> {
            read.run();
            return engine.structuring().structure(document, sha256, extracted);
        });
        try (var generation = index.extend()) {
            var entry = told.pipeline(Progress.NONE).add(audit.charter(), source, boilerplate, (part, annotated) -> {
                folder.texts().keep(part.sha256(), annotated.document().text());
                generation.add(part, annotated);
            });
            generation.commit();
            return entry;
        }
    }

    void add(Entry entry) {
        synchronized (writing) {
            publish(audit.with(entry));
        }
    }
}
