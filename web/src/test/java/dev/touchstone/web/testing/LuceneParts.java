package dev.touchstone.web.testing;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Encoder;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.Searching;
import dev.touchstone.indexer.search.LuceneIndex;
import dev.touchstone.indexer.search.LuceneIndexes;
import java.nio.file.Path;
import java.util.List;

/** Parts that need no model, with real search indexes: everything lies in the same place of an encoder's space. */
public final class LuceneParts extends TestingParts {
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
