package dev.touchstone.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/** All passages that answer a query, not only those on the page: what is counted. */
record Matching(List<Leaf> leaves) {
    /** The passages of one segment. */
    record Leaf(LeafReaderContext context, FixedBitSet passages) {}

    Matching {
        leaves = List.copyOf(leaves);
    }

    /** Those that match, and with them those that were found by meaning. */
    static Matching of(IndexSearcher searcher, Query query, List<FieldDoc> byMeaning) throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        var leaves = new ArrayList<Leaf>();
        for (var context : searcher.getIndexReader().leaves()) {
            var passages = new FixedBitSet(context.reader().maxDoc());
            var scorer = weight.scorer(context);
            if (scorer != null) passages.or(scorer.iterator());
            var live = context.reader().getLiveDocs();
            if (live != null) live.applyMask(passages, 0);
            for (var found : byMeaning) {
                var local = found.doc - context.docBase;
                if (local >= 0 && local < passages.length()) passages.set(local);
            }
            leaves.add(new Leaf(context, passages));
        }
        return new Matching(leaves);
    }

    int total() {
        return leaves.stream().mapToInt(leaf -> leaf.passages().cardinality()).sum();
    }
}
