package dev.touchstone.indexer.search;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Encoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FullPrecisionFloatVectorSimilarityValuesSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.VectorUtil;

/** Finds what is close in meaning. Exactly the nearest, not nearly: every passage is looked at. */
final class Meaning {
    /** As many as a person may look through; more would bury what the words themselves find. */
    static final int NEAREST = 50;

    /**
     * How much more alike than unrelated sentences two texts must be, as a share of the way to identity; below it, "nearest" is
     * only the least far, and a question that nothing answers would be answered by anything. Over real decision records the
     * best answer to "banana bread recipe" and its like reached 0.21 with MiniLM and 0.60 with bge-small, passages that answer
     * a question 0.4 and 0.65; this share puts the floor at 0.37 and 0.62.
     */
    private static final double FLOOR = 0.33;

    /** Encoders differ in how alike they find sentences that have nothing to do with each other: some 0.05, some 0.6. */
    private static final List<String> UNRELATED = List.of(
            "The cat slept on the warm stove all afternoon.",
            "Interest on the loan is due at the end of the quarter.",
            "Tectonic plates move a few centimetres in a year.",
            "She plays the cello in the second row.",
            "Whisk the eggs and fold in the flour.",
            "The compiler rejects the program because of a missing semicolon.",
            "Our striker missed the penalty in extra time.",
            "Migrating geese rest on the lake in October.");

    private final Encoder encoder;
    private OptionalDouble floor = OptionalDouble.empty();

    Meaning(Encoder encoder) {
        this.encoder = encoder;
    }

    private synchronized double floor() {
        if (floor.isEmpty()) {
            var unrelated = unrelated(encoder.encode(UNRELATED));
            floor = OptionalDouble.of(unrelated + FLOOR * (1 - unrelated));
        }
        return floor.orElseThrow();
    }

    /** Mean likeness of each to each other. */
    private static double unrelated(List<Embedding> embeddings) {
        var sum = 0.0;
        var pairs = 0;
        for (var i = 0; i < embeddings.size(); i++)
            for (var j = 0; j < i; j++, pairs++)
                sum += VectorUtil.dotProduct(
                        embeddings.get(i).vector(), embeddings.get(j).vector());
        return sum / pairs;
    }

    /** The passages nearest to the words among those allowed, the nearest first. */
    List<FieldDoc> nearest(View view, List<String> words, Query allowed) throws IOException {
        var vector = encoder.encode(List.of(String.join(" ", words))).getFirst().vector();
        var near = new ArrayList<FieldDoc>();
        for (var found : nearest(view, Fields.VECTOR, vector, allowed, NEAREST))
            if (likeness(found) >= floor()) near.add(found);
        return near;
    }

    /** The entries nearest to a vector, the nearest first, by the vectors in a field. */
    static List<FieldDoc> nearest(View view, String field, float[] vector, Query allowed, int most) throws IOException {
        var likeness =
                new FullPrecisionFloatVectorSimilarityValuesSource(vector, field, VectorSimilarityFunction.DOT_PRODUCT);
        var query = new BooleanQuery.Builder()
                .add(allowed, Occur.FILTER)
                .add(new FieldExistsQuery(field), Occur.FILTER)
                .build();
        var found = view.searcher().search(query, most, Order.by(likeness.getSortField(true)));
        var nearest = new ArrayList<FieldDoc>();
        for (var one : found.scoreDocs) nearest.add((FieldDoc) one);
        return nearest;
    }

    /** The inner product, which Lucene shifts so that it is never negative. */
    static double likeness(FieldDoc found) {
        return 2 * (Double) Order.key(found, 0) - 1;
    }
}
