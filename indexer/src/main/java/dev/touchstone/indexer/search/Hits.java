package dev.touchstone.indexer.search;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.search.Hit;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.IndexSearcher;

/** Makes results of what the index keeps of a passage: the way back from {@link LuceneDocuments}. */
final class Hits {
    private final IndexSearcher searcher;
    private final Highlights highlights;
    private final ReferenceFilter filter;

    Hits(IndexSearcher searcher, Highlights highlights, ReferenceFilter filter) {
        this.searcher = searcher;
        this.highlights = highlights;
        this.filter = filter;
    }

    Hit of(int passage) throws IOException {
        var stored = searcher.storedFields().document(passage);
        var text = text(stored, Fields.shown(Fields.TEXT));
        var start = number(stored, Fields.START);
        var marked = highlights.of(passage);
        var references = references(stored);
        var shown = Excerpt.around(center(marked, references, start), text);
        return new Hit(
                new Hit.Place(
                        text(stored, Fields.shown(Fields.PATH)),
                        text(stored, Fields.SHA256),
                        new Span(start + shown.start(), start + shown.end()),
                        text(stored, Fields.shown(Fields.SECTION)),
                        number(stored, Fields.PAGE)),
                text(stored, Fields.shown(Fields.TITLE)),
                text(stored, Fields.shown(Fields.TEAM)),
                day(stored),
                shown.of(text),
                within(shown, marked),
                references);
    }

    /** What a person wants to see first: what matched, else the first reference, else the beginning. */
    private static Span center(List<Span> marked, List<Hit.Referring> references, int start) {
        if (!marked.isEmpty()) return marked.getFirst();
        if (references.isEmpty()) return new Span(0, 0);
        var first = references.getFirst().span();
        return new Span(Math.max(0, first.start() - start), Math.max(0, first.end() - start));
    }

    private static List<Span> within(Span shown, List<Span> marked) {
        return marked.stream()
                .filter(shown::overlaps)
                .map(span -> new Span(
                        Math.max(span.start(), shown.start()) - shown.start(),
                        Math.min(span.end(), shown.end()) - shown.start()))
                .toList();
    }

    private List<Hit.Referring> references(Document stored) {
        return Arrays.stream(stored.getValues(Fields.REFERENCES))
                .map(StoredReference::parse)
                .filter(reference -> filter.accepts(reference.term()))
                .map(StoredReference::referring)
                .toList();
    }

    static Optional<LocalDate> day(Document stored) {
        return Optional.ofNullable(stored.getField(Fields.DAY))
                .map(IndexableField::numericValue)
                .map(day -> LocalDate.ofEpochDay(day.longValue()));
    }

    static String text(Document stored, String field) {
        var text = stored.get(field);
        if (text == null) throw new IllegalStateException("an entry of the index without " + field);
        return text;
    }

    private static int number(Document stored, String field) {
        return Integer.parseInt(text(stored, field));
    }
}
