package dev.touchstone.indexer.search;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** All combinations of properties that references of an index, or of several, have. */
record ReferenceTerms(List<ReferenceTerm> all) {
    ReferenceTerms {
        all = List.copyOf(all);
    }

    static ReferenceTerms of(IndexReader reader) throws IOException {
        var texts = new TreeSet<String>();
        var terms = MultiTerms.getTerms(reader, Fields.REFERENCE);
        if (terms != null) {
            var each = terms.iterator();
            for (var term = each.next(); term != null; term = each.next()) texts.add(term.utf8ToString());
        }
        return new ReferenceTerms(texts.stream().map(ReferenceTerm::parse).toList());
    }

    /** Those of several indexes, each once. */
    static ReferenceTerms together(List<ReferenceTerms> several) {
        return new ReferenceTerms(several.stream()
                .flatMap(terms -> terms.all().stream())
                .distinct()
                .toList());
    }

    /** The passages that have a reference which the filter accepts. */
    Query query(ReferenceFilter filter) {
        return new TermInSetQuery(
                Fields.REFERENCE,
                all.stream()
                        .filter(filter::accepts)
                        .map(reference -> new BytesRef(reference.text()))
                        .toList());
    }
}
