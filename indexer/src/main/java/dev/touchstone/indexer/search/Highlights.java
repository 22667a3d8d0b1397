package dev.touchstone.indexer.search;

import dev.touchstone.auditor.document.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Where in a passage a query matched, by the offsets that the index keeps: the query itself says what matched, so a stem, a
 * phrase, a prefix and a misspelt word are all marked where they stand, and nothing else is.
 */
final class Highlights {
    private final IndexSearcher searcher;
    private final Weight weight;

    Highlights(IndexSearcher searcher, Query visible) throws IOException {
        this.searcher = searcher;
        this.weight = searcher.createWeight(searcher.rewrite(visible), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Ranges of the passage's text, in order, not overlapping. */
    List<Span> of(int passage) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(passage, leaves));
        var matches = weight.matches(leaf, passage - leaf.docBase);
        var spans = new ArrayList<Span>();
        if (matches == null) return spans;
        for (var field : List.of(Fields.TEXT, Fields.words(Fields.TEXT))) {
            var each = matches.getMatches(field);
            while (each != null && each.next()) spans.add(new Span(each.startOffset(), each.endOffset()));
        }
        return disjoint(spans);
    }

    private static List<Span> disjoint(List<Span> spans) {
        var disjoint = new ArrayList<Span>();
        for (var span : spans.stream().sorted().toList()) {
            if (!disjoint.isEmpty() && span.start() < disjoint.getLast().end()) {
                var last = disjoint.removeLast();
                disjoint.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else disjoint.add(span);
        }
        return disjoint;
    }
}
