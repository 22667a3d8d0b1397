package dev.touchstone.indexer.search;

import dev.touchstone.auditor.search.Condition;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Hit;
import dev.touchstone.auditor.search.Question;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.search.SearchSyntax;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Answers one query from one view: allowed are the passages that filters and conditions leave; of those, the ones with the
 * plain words (by BM25) and the ones nearest in meaning are merged. Without plain words, meaning has no say.
 */
final class Search {
    private final View view;
    private final SearchQuery query;
    private final Question question;
    private final Translator translator;
    private final ReferenceFilter filter;

    Search(View view, SearchQuery query) {
        this.view = view;
        this.query = query;
        this.question = SearchSyntax.parse(query.text());
        this.translator = new Translator(view.references());
        this.filter = ReferenceFilter.of(query, question);
    }

    SearchPage page(Meaning meaning) throws IOException {
        var allowed = allowed();
        var byLetter = byLetter(allowed);
        var byMeaning =
                question.words().isEmpty() ? List.<FieldDoc>of() : meaning.nearest(view, question.words(), allowed);
        var matching = Matching.of(view.searcher(), byLetter, byMeaning);
        var counting = new Counting(matching, filter);
        return new SearchPage(matching.total(), counting.documents(), hits(byLetter, byMeaning), counting.facets());
    }

    private List<Hit> hits(Query byLetter, List<FieldDoc> byMeaning) throws IOException {
        if (query.limit() == 0) return List.of();
        var depth = Math.max(Ranking.WINDOW, query.offset() + query.limit());
        var byWords = new ArrayList<FieldDoc>();
        for (var found : view.searcher().search(byLetter, depth, Order.BY_SCORE).scoreDocs)
            byWords.add((FieldDoc) found);
        var order = byMeaning.isEmpty() ? byWords : Ranking.merged(byWords, byMeaning);
        var visible = translator.visible(question.words(), question.conditions());
        var hits = new Hits(view.searcher(), new Highlights(view.searcher(), visible), filter);
        var page = new ArrayList<Hit>();
        for (var i = query.offset(); i < Math.min(order.size(), query.offset() + query.limit()); i++)
            page.add(hits.of(order.get(i).doc));
        return page;
    }

    private Query allowed() {
        var allowed = new BooleanQuery.Builder();
        allowed.add(new TermQuery(new Term(Fields.KIND, Fields.PASSAGE)), Occur.FILTER);
        for (var facet : Facet.values()) {
            var words = query.filters().getOrDefault(facet, List.of());
            if (!facet.ofReference() && !words.isEmpty()) allowed.add(Translator.has(facet, words), Occur.FILTER);
        }
        if (!filter.isEmpty()) allowed.add(view.references().query(filter), Occur.FILTER);
        if (!query.days().equals(Days.ANY))
            allowed.add(Translator.dated(query.days().from(), query.days().to()), Occur.FILTER);
        if (!question.conditions().isEmpty())
            allowed.add(translator.query(new Condition.All(question.conditions())), Occur.MUST);
        return allowed.build();
    }

    private Query byLetter(Query allowed) {
        if (question.words().isEmpty()) return allowed;
        var query = new BooleanQuery.Builder();
        query.add(allowed, Occur.MUST);
        query.add(Translator.plain(question.words()), Occur.MUST);
        for (var title : Translator.titles(question.words())) query.add(title, Occur.SHOULD);
        return query.build();
    }
}
