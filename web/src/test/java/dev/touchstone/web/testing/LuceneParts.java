package dev.touchstone.web.testing;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Encoder;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.Searching;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.extract.WorkerPool;
import dev.touchstone.indexer.extract.WorkerSettings;
import dev.touchstone.indexer.search.LuceneIndex;
import dev.touchstone.indexer.search.LuceneIndexes;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.OwnModel;
import dev.touchstone.web.app.TestingEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Parts that need no model, with real search indexes: everything lies in the same place of an encoder's space. */
public final class LuceneParts extends TestingParts {
    private Optional<WorkerPool> reading = Optional.empty();

    /** With the property {@code extraction} real parsers read the files, each for as many seconds at most. */
    @Override
    public Engine engine(Optional<Path> formats, Optional<Weights> weights, Optional<OwnModel> bigger) {
        var seconds = Integer.getInteger("extraction", 0);
        if (seconds == 0) return super.engine(formats, weights, bigger);
        var usual = WorkerSettings.usual(Path.of(System.getProperty("java.io.tmpdir"), "workers"));
        var pool = new WorkerPool(new WorkerSettings(
                2, Duration.ofSeconds(seconds), 512, usual.java(), usual.classPath(), usual.folder()));
        reading = Optional.of(pool);
        return TestingEngine.reading(pool);
    }

    @Override
    public void close() {
        reading.ifPresent(WorkerPool::close);
    }

    /** With the property {@code ledger} on that PostgreSQL. */
    @Override
    public Database database(Path file) {
        var url = System.getProperty("ledger", "");
        return url.isEmpty() ? super.database(file) : new Database.Server(url, "postgres", "", 8);
    }

    @Override
    public SearchIndex index(Path folder) {
        return LuceneIndex.open(folder, new Nowhere());
    }

    @Override
    public Searching together(List<SearchIndex> several) {
        return new LuceneIndexes(several.stream().map(LuceneIndex.class::cast).toList());
    }

    private record Nowhere() implements Encoder {
        @Override
        public List<Embedding> encode(List<String> texts) {
            return texts.stream()
                    .map(_ -> new Embedding(new float[] {1, 0, 0, 0}))
                    .toList();
        }

        @Override
        public int dimensions() {
            return 4;
        }

        @Override
        public String identity() {
            return "nowhere";
        }

        @Override
        public void close() {}
    }
}
