package dev.touchstone.indexer.search;

import dev.touchstone.auditor.reference.Encoder;
import dev.touchstone.auditor.search.Precedent;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.search.StaleIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The search index in a folder of its own, in this process, with Lucene.
 *
 * <p>Readers always see the last commit, also one of another process, and never a half of it: {@code replace} writes beside the
 * present generation and swaps a name ({@link Folder}), {@code extend} is a Lucene commit. A crash at any point leaves the last
 * commit; what it had begun is deleted when the index is opened the next time. A folder without an index answers with nothing.
 * Several are read as one with {@link LuceneIndexes}.
 */
public final class LuceneIndex implements SearchIndex {
    private final Folder folder;
    private final Meaning meaning;
    private final Identity identity;
    private Optional<Snapshot> latest = Optional.empty();
    private boolean closed;

    private LuceneIndex(Folder folder, Encoder encoder) {
        this.folder = folder;
        this.meaning = new Meaning(encoder);
        this.identity = Identity.of(encoder.identity());
    }

    /**
     * Opens the index in a folder, which need not exist yet.
     *
     * @param encoder for queries: the one that made the sentences' vectors; it stays the caller's to close
     */
    public static LuceneIndex open(Path folder, Encoder encoder) {
        var index = new LuceneIndex(new Folder(folder), encoder);
        try {
            index.folder.sweep();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot open the search index", failed);
        }
        return index;
    }

    @Override
    public Generation replace() {
        return begin(false);
    }

    @Override
    public Generation extend() {
        var fault = staleness();
        if (fault.isPresent()) throw new StaleIndex(fault.orElseThrow());
        return begin(true);
    }

    private Generation begin(boolean extending) {
        try {
            return LuceneGeneration.begin(folder, identity, extending);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the search index", failed);
        }
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return alone().search(query);
    }

    @Override
    public List<Precedent> similar(String path, int limit) {
        return alone().similar(path, limit);
    }

    @Override
    public Optional<String> staleness() {
        return alone().staleness();
    }

    private LuceneIndexes alone() {
        return new LuceneIndexes(List.of(this));
    }

    Meaning meaning() {
        return meaning;
    }

    Identity identity() {
        return identity;
    }

    /** The last commit, empty when there is no index yet; the caller closes what it gets. */
    synchronized Optional<Snapshot> latest() throws IOException {
        if (closed) throw new IllegalStateException("the search index is closed");
        for (var current = folder.current(); current.isPresent(); ) {
            try {
                refresh(current.orElseThrow());
                return latest.map(Snapshot::shared);
            } catch (IOException failed) {
                // Between reading the name and opening the files another process may have published, and deleted these.
                var now = folder.current();
                if (now.equals(current)) throw failed;
                current = now;
            }
        }
        return Optional.empty();
    }

    private void refresh(Path generation) throws IOException {
        if (latest.isPresent() && latest.orElseThrow().generation().equals(generation)) {
            var newer = latest.orElseThrow().newer();
            if (newer.isEmpty()) return;
            latest.orElseThrow().close();
            latest = newer;
            return;
        }
        var opened = Snapshot.open(generation);
        if (latest.isPresent()) latest.orElseThrow().retire();
        latest = Optional.of(opened);
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (latest.isPresent()) latest.orElseThrow().retire();
            latest = Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close the search index", failed);
        }
    }
}
