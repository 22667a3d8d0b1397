package dev.touchstone.indexer.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;

/**
 * Merges two orders, by words and by meaning, by reciprocal ranks (Cormack, Clarke and Büttcher, SIGIR 2009): their scores
 * cannot be compared, their ranks can.
 */
final class Ranking {
    /** The constant of the paper. */
    private static final int K = 60;

    /**
     * The ranks that are merged. Fixed, and not as deep as is asked for: the order of a page must not depend on which page is
     * asked for. What stands further down keeps its order by words.
     */
    static final int WINDOW = 1_000;

    private Ranking() {}

    static List<FieldDoc> merged(List<FieldDoc> byWords, List<FieldDoc> byMeaning) {
        var window = byWords.subList(0, Math.min(WINDOW, byWords.size()));
        var places = new HashMap<Integer, FieldDoc>();
        for (var found : window) places.put(found.doc, found);
        for (var found : byMeaning) places.put(found.doc, found);
        var fused = TopDocs.rrf(Math.max(1, places.size()), K, new TopDocs[] {top(window), top(byMeaning)});
        var best = Comparator.comparingDouble((ScoreDoc found) -> -found.score)
                .thenComparing(found -> place(places, found), Order.BY_PLACE);
        var scored = new ArrayList<>(List.of(fused.scoreDocs));
        scored.sort(best);
        var merged = new ArrayList<FieldDoc>();
        for (var found : scored) merged.add(place(places, found));
        var seen = new HashSet<>(places.keySet());
        for (var found : byWords.subList(window.size(), byWords.size())) if (seen.add(found.doc)) merged.add(found);
        return merged;
    }

    private static FieldDoc place(Map<Integer, FieldDoc> places, ScoreDoc found) {
        var place = places.get(found.doc);
        if (place == null) throw new IllegalStateException("merging invented a result: " + found.doc);
        return place;
    }

    private static TopFieldDocs top(List<FieldDoc> found) {
        return new TopFieldDocs(
                new TotalHits(found.size(), TotalHits.Relation.EQUAL_TO),
                found.toArray(FieldDoc[]::new),
                Order.BY_SCORE.getSort());
    }
}
