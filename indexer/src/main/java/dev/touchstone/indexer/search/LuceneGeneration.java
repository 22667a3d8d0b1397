package dev.touchstone.indexer.search;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.search.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** A change that is being written: in a folder of its own, or as a commit to come of the present generation. */
final class LuceneGeneration implements SearchIndex.Generation {
    private final Folder folder;
    private final Folder.Writing writing;
    private final Path path;
    /** What it takes the place of, and whether there was anything: a generation that is extended takes its own. */
    private final Optional<Path> previous;

    private final FSDirectory directory;
    private final IndexWriter writer;
    /** The paths that were added. */
    private final NavigableSet<String> added = new TreeSet<>();

    private boolean committed;
    private boolean closed;

    private LuceneGeneration(
            Folder folder, Folder.Writing writing, Path path, Optional<Path> previous, Identity identity)
            throws IOException {
        this.folder = folder;
        this.writing = writing;
        this.path = path;
        this.previous = previous;
        this.directory = FSDirectory.open(path);
        this.writer = new IndexWriter(directory, settings());
        writer.setLiveCommitData(identity.written().entrySet());
    }

    /** Takes the lock and begins; without a generation to extend, a new one is begun. */
    static LuceneGeneration begin(Folder folder, Identity identity, boolean extending) throws IOException {
        var writing = folder.lock();
        try {
            var current = folder.current();
            var path = extending && current.isPresent() ? current.orElseThrow() : folder.fresh();
            return new LuceneGeneration(folder, writing, path, current, identity);
        } catch (IOException | RuntimeException failed) {
            writing.close();
            throw failed;
        }
    }

    /**
     * Entries that are deleted go at once when a change is committed: as long as they are there they count in the statistics
     * of BM25, and the same documents would be in another order after another history. One thread merges, for the same reason.
     */
    private static IndexWriterConfig settings() {
        var merging = new TieredMergePolicy();
        merging.setForceMergeDeletesPctAllowed(0);
        return new IndexWriterConfig(Analysis.ANALYZER)
                .setCodec(Vectors.codec())
                .setMergePolicy(merging)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(64);
    }

    @Override
    public void add(Entry entry, Annotated annotated) {
        checkOpen();
        added.add(entry.path());
        var key = new Term(Fields.KEY, Key.of(entry.path()));
        try {
            switch (entry.outcome()) {
                case Audited audited ->
                    writer.updateDocuments(key, new LuceneDocuments(entry, audited, annotated).all());
                case Failed _ -> writer.deleteDocuments(key);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot index " + entry.path(), failed);
        }
    }

    @Override
    public void remove(String document) {
        checkOpen();
        try {
            writer.deleteDocuments(new Term(Fields.KEY, Key.of(document)));
            writer.deleteDocuments(inside(document));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot take " + document + " out of the index", failed);
        }
    }

    private static Query inside(String container) {
        return new PrefixQuery(new Term(Fields.KEY, Key.inside(container)));
    }

    /** Parts are added after their container or before it, so only in the end can be said which it no longer has. */
    private void removeFormerParts() throws IOException {
        for (var container : added) {
            var kept = added.tailSet(Key.inside(container), true).stream()
                    .takeWhile(path -> path.startsWith(Key.inside(container)))
                    .map(path -> new BytesRef(Key.of(path)))
                    .toList();
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(inside(container), Occur.FILTER)
                    .add(new TermInSetQuery(Fields.KEY, kept), Occur.MUST_NOT)
                    .build());
        }
    }

    private void checkOpen() {
        if (committed || closed) throw new IllegalStateException("this generation is done: begin another one");
    }

    @Override
    public void commit() {
        checkOpen();
        try {
            if (!replaces()) removeFormerParts();
            if (replaces()) writer.forceMerge(1);
            else writer.forceMergeDeletes();
            writer.commit();
            if (replaces()) folder.publish(path);
            committed = true;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot publish the search index", failed);
        }
    }

    /** Whether this is a generation of its own, which nobody knows until it is published. */
    private boolean replaces() {
        return !previous.filter(path::equals).isPresent();
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        try (writing;
                directory) {
            writer.rollback();
            if (!replaces()) return;
            // Asked of the folder: publishing may fail after the name has changed, and then this generation counts.
            var current = folder.current();
            if (!current.filter(path::equals).isPresent()) Folder.delete(path);
            else if (previous.isPresent()) Folder.delete(previous.orElseThrow());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close the search index", failed);
        }
    }
}
