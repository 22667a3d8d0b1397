package dev.touchstone.indexer.search;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.search.Precedent;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;

/**
 * Finds the documents most like a given one: by their mean vectors, and by the thirty words that set it apart from the
 * collection, merged as every search is.
 */
final class Precedents {
    private static final int MOST_WORDS = 30;

    private final View view;
    private final Term itself;

    Precedents(View view, String path) {
        this.view = view;
        this.itself = new Term(Fields.KEY, Key.of(path));
    }

    List<Precedent> of(String path, int limit) throws IOException {
        var found = view.searcher().search(entry(Fields.DOCUMENT), 1);
        if (found.scoreDocs.length == 0)
            throw new BadInput("there is no document " + path + " in the search index; name it as the audit does");
        var vector = vector(found.scoreDocs[0].doc);
        var others = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.KIND, Fields.DOCUMENT)), Occur.FILTER)
                .add(new TermQuery(itself), Occur.MUST_NOT)
                .build();
        var depth = Math.clamp(limit, Meaning.NEAREST, Ranking.WINDOW);
        var byMeaning = vector.isEmpty()
                ? List.<FieldDoc>of()
                : Meaning.nearest(view, Fields.WHOLE_VECTOR, vector.orElseThrow(), others, depth);
        var precedents = new ArrayList<Precedent>();
        for (var one : Ranking.merged(byWords(others, depth), byMeaning)) {
            if (precedents.size() == limit) break;
            precedents.add(precedent(one.doc, vector));
        }
        return precedents;
    }

    private List<FieldDoc> byWords(Query others, int depth) throws IOException {
        var like = new MoreLikeThis(view.reader());
        like.setAnalyzer(Analysis.ANALYZER);
        like.setMinTermFreq(1);
        like.setMinDocFreq(2);
        like.setMinWordLen(3);
        like.setMaxQueryTerms(MOST_WORDS);
        like.setStopWords(EnglishAnalyzer.getDefaultStopSet());
        var query = new BooleanQuery.Builder()
                .add(others, Occur.FILTER)
                .add(like.like(Fields.WHOLE_TEXT, new StringReader(text())), Occur.MUST)
                .build();
        var byWords = new ArrayList<FieldDoc>();
        for (var found : view.searcher().search(query, depth, Order.BY_SCORE).scoreDocs) byWords.add((FieldDoc) found);
        return byWords;
    }

    /** The document's text, put together from its passages. */
    private String text() throws IOException {
        var text = new StringBuilder();
        var fields = view.searcher().storedFields();
        for (var passage : view.searcher().search(entry(Fields.PASSAGE), Ranking.WINDOW, Order.BY_SCORE).scoreDocs)
            text.append(Hits.text(fields.document(passage.doc), Fields.shown(Fields.TEXT)))
                    .append('\n');
        return text.toString();
    }

    private Query entry(String kind) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.KIND, kind)), Occur.FILTER)
                .add(new TermQuery(itself), Occur.FILTER)
                .build();
    }

    private Optional<float[]> vector(int document) throws IOException {
        var leaves = view.reader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var vectors = leaf.reader().getFloatVectorValues(Fields.WHOLE_VECTOR);
        if (vectors == null) return Optional.empty();
        var each = vectors.iterator();
        var local = document - leaf.docBase;
        if (each.advance(local) != local) return Optional.empty();
        return Optional.of(vectors.vectorValue(each.index()).clone());
    }

    private Precedent precedent(int document, Optional<float[]> vector) throws IOException {
        var stored = view.searcher().storedFields().document(document);
        var other = vector(document);
        var likeness = vector.isEmpty() || other.isEmpty()
                ? 0
                : VectorUtil.dotProduct(vector.orElseThrow(), other.orElseThrow());
        return new Precedent(
                Hits.text(stored, Fields.shown(Fields.PATH)),
                Hits.text(stored, Fields.SHA256),
                Hits.text(stored, Fields.shown(Fields.TITLE)),
                Hits.text(stored, Fields.shown(Fields.TEAM)),
                Hits.day(stored),
                Confidence.of(Math.clamp(likeness, 0.0, 1.0)));
    }
}
