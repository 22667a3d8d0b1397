package dev.touchstone.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOUtils;

/**
 * What one answer is read from: a commit of each of several indexes, held until it is closed. Statistics are of all their
 * documents together, as if one index held them, so that ranks and counts are that index's.
 */
final class View implements AutoCloseable {
    private final List<Snapshot> snapshots;
    private final MultiReader reader;
    private final IndexSearcher searcher;
    private final ReferenceTerms references;

    private View(List<Snapshot> snapshots) throws IOException {
        this.snapshots = List.copyOf(snapshots);
        // It counts itself among those who read a snapshot, which is why closing it does not take the place of theirs.
        this.reader = new MultiReader(snapshots.stream().map(Snapshot::reader).toArray(DirectoryReader[]::new), false);
        this.searcher = new IndexSearcher(reader);
        this.references = ReferenceTerms.together(
                snapshots.stream().map(Snapshot::references).toList());
    }

    /** The last commit of each index; one without any has no part in it. */
    static View latest(List<LuceneIndex> indexes) throws IOException {
        var held = new ArrayList<Snapshot>();
        try {
            for (var index : indexes) index.latest().ifPresent(held::add);
            return new View(held);
        } catch (IOException | RuntimeException failed) {
            IOUtils.closeWhileHandlingException(held);
            throw failed;
        }
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    IndexReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    ReferenceTerms references() {
        return references;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, () -> IOUtils.close(snapshots));
    }
}
