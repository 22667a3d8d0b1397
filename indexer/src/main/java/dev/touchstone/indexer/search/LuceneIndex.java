package dev.touchstone.indexer.search;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.reference.Encoder;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Precedent;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchPage.Count;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.search.SearchSyntax;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;

/**
 * The search index in a folder of its own, in this process, with Lucene.
 *
 * <p>Readers always see the last commit, also one of another process, and never a half of it: {@code replace} writes beside the
 * present generation and swaps a name ({@link Folder}), {@code extend} is a Lucene commit. A crash at any point leaves the last
 * commit; what it had begun is deleted when the index is opened the next time. A folder without an index answers with nothing.
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
        staleness().ifPresent(LuceneIndex::refuse);
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
        SearchSyntax.parse(query.text());
        return read(snapshot -> new Search(snapshot, query).page(meaning))
                .orElseGet(() -> new SearchPage(0, 0, List.of(), nothing()));
    }

    @Override
    public List<Precedent> similar(String path, int limit) {
        return read(snapshot -> new Precedents(snapshot, path).of(path, limit))
                .orElseThrow(() -> new BadInput("there is no document " + path + " in the search index; it is empty"));
    }

    @Override
    public Optional<String> staleness() {
        try {
            var snapshot = latest();
            if (snapshot.isEmpty()) return Optional.empty();
            try (var held = snapshot.orElseThrow()) {
                return identity.fault(held.written());
            }
        } catch (IOException failed) {
            return Optional.of(damage(failed));
        }
    }

    /** Something that is read from a snapshot. */
    private interface Reading<T> {
        T from(Snapshot snapshot) throws IOException;
    }

    /** Empty when there is no index yet. */
    private <T> Optional<T> read(Reading<T> reading) {
        try {
            var snapshot = latest();
            if (snapshot.isEmpty()) return Optional.empty();
            try (var held = snapshot.orElseThrow()) {
                identity.fault(held.written()).ifPresent(LuceneIndex::refuse);
                return Optional.of(reading.from(held));
            }
        } catch (TooManyClauses tooMany) {
            throw new BadInput("query: it comes to too many parts; ask for fewer");
        } catch (IOException failed) {
            throw stale(damage(failed));
        }
    }

    /** The last commit; the caller closes what it gets. */
    private synchronized Optional<Snapshot> latest() throws IOException {
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

    /** Damage is told from a disk that does not answer: the first is cured by a new index, the second is not. */
    private static String damage(IOException failed) {
        return switch (failed) {
            case CorruptIndexException _,
                    IndexNotFoundException _,
                    NoSuchFileException _,
                    FileNotFoundException _,
                    EOFException _ -> "it is damaged";
            case IndexFormatTooOldException _, IndexFormatTooNewException _ ->
                "it was made by another version of Lucene";
            default -> throw new UncheckedIOException("cannot read the search index", failed);
        };
    }

    private static void refuse(String fault) {
        throw stale(fault);
    }

    private static BadInput stale(String fault) {
        return new BadInput(
                "the search index cannot be used, because " + fault + "; make it anew with touchstone rescore");
    }

    private static Map<Facet, List<Count>> nothing() {
        var nothing = new EnumMap<Facet, List<Count>>(Facet.class);
        for (var facet : Facet.values()) nothing.put(facet, List.of());
        return nothing;
    }
}
