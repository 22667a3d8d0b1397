package dev.touchstone.indexer.search;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.search.Facet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/**
 * What the index holds of an audited document: an entry for each passage, and one for the whole, which only the search for
 * precedents sees. The one place where both meanings of "document" meet.
 */
final class LuceneDocuments {
    private static final FieldType WITH_OFFSETS = withOffsets();

    private final Entry entry;
    private final Audited audited;
    private final Annotated annotated;
    private final Document document;

    LuceneDocuments(Entry entry, Audited audited, Annotated annotated) {
        if (!annotated.document().path().equals(entry.path()))
            throw new IllegalArgumentException("the entry is of " + entry.path() + ", the sentences of "
                    + annotated.document().path());
        if (annotated.embeddings().size() != annotated.sentences().size())
            throw new IllegalArgumentException(
                    entry.path() + " has " + annotated.sentences().size() + " sentences and "
                            + annotated.embeddings().size() + " vectors");
        this.entry = entry;
        this.audited = audited;
        this.annotated = annotated;
        this.document = annotated.document();
    }

    /** One after the other, because those of a file with hundreds of thousands of passages would not fit into memory. */
    Iterable<org.apache.lucene.document.Document> all() {
        var embeddings = byPassage(annotated);
        var references = byPassage(audited.references());
        return () -> Stream.concat(
                        IntStream.range(0, embeddings.size())
                                .mapToObj(index -> passage(index, embeddings.get(index), references.get(index))),
                        Stream.of(this).map(LuceneDocuments::whole))
                .iterator();
    }

    private org.apache.lucene.document.Document whole() {
        var lucene = about(Fields.DOCUMENT);
        for (var passage : document.outline().passages())
            lucene.add(new TextField(Fields.WHOLE_TEXT, passage.block().span().of(document.text()), Store.NO));
        Means.of(annotated.embeddings()).ifPresent(mean -> lucene.add(vector(Fields.WHOLE_VECTOR, mean)));
        return lucene;
    }

    private org.apache.lucene.document.Document passage(
            int index, List<Embedding> embeddings, List<Reference> references) {
        var passage = document.outline().passages().get(index);
        var section = document.sectionOf(passage);
        var span = passage.block().span();
        var text = span.of(document.text());
        var lucene = about(Fields.PASSAGE);
        lucene.add(new NumericDocValuesField(Fields.START, span.start()));
        lucene.add(new StoredField(Fields.START, span.start()));
        lucene.add(new StoredField(Fields.END, span.end()));
        lucene.add(new StoredField(Fields.PAGE, passage.block().page()));
        lucene.add(new StoredField(Fields.shown(Fields.TEXT), text));
        lucene.add(new Field(Fields.TEXT, text, WITH_OFFSETS));
        lucene.add(new Field(Fields.words(Fields.TEXT), text, WITH_OFFSETS));
        for (var heading : headings(index)) text(lucene, Fields.HEADING, heading);
        lucene.add(new StoredField(Fields.shown(Fields.SECTION), section.heading()));
        text(lucene, Fields.SECTION, section.heading());
        lucene.add(new TextField(Fields.PATH, entry.path(), Store.NO));
        text(lucene, Fields.TITLE, metadata().title());
        text(lucene, Fields.TEAM, metadata().team());
        document.decisionAt(span).map(Decision::title).ifPresent(title -> text(lucene, Fields.DECISION, title));
        text(lucene, Fields.DECISION, passage.standing().option());
        count(lucene, Facet.SECTION, Facet.word(section.kind()));
        count(lucene, Facet.TEAM, metadata().team());
        count(lucene, Facet.STATUS, Facet.word(metadata().status().normal()));
        count(lucene, Facet.FORMAT, audited.recognition().format());
        if (!metadata().quarter().isEmpty())
            count(lucene, Facet.PERIOD, metadata().quarter());
        Means.of(embeddings).ifPresent(mean -> lucene.add(vector(Fields.VECTOR, mean)));
        for (var reference : references) refer(lucene, reference);
        return lucene;
    }

    /** What passages and whole documents have in common. */
    private org.apache.lucene.document.Document about(String kind) {
        var lucene = new org.apache.lucene.document.Document();
        var key = Key.of(entry.path());
        lucene.add(new StringField(Fields.KIND, kind, Store.NO));
        lucene.add(new StringField(Fields.KEY, key, Store.NO));
        lucene.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
        lucene.add(new StoredField(Fields.shown(Fields.PATH), entry.path()));
        lucene.add(new StoredField(Fields.SHA256, entry.sha256()));
        lucene.add(new StoredField(Fields.shown(Fields.TITLE), metadata().title()));
        lucene.add(new StoredField(Fields.shown(Fields.TEAM), metadata().team()));
        metadata().date().ifPresent(date -> lucene.add(new IntField(Fields.DAY, day(date), Store.YES)));
        return lucene;
    }

    /** The headings that this passage is the first to stand under, so that a heading's words find one passage, not all. */
    private List<String> headings(int index) {
        var passages = document.outline().passages();
        var headings = new ArrayList<String>();
        if (index == 0) headings.add(metadata().title());
        if (index == 0
                || passages.get(index - 1).section() != passages.get(index).section())
            headings.add(document.sectionOf(passages.get(index)).heading());
        return headings;
    }

    /** A short text that can be searched by stems and by words. */
    private static void text(org.apache.lucene.document.Document lucene, String field, String text) {
        lucene.add(new TextField(field, text, Store.NO));
        lucene.add(new TextField(Fields.words(field), text, Store.NO));
    }

    private static void refer(org.apache.lucene.document.Document lucene, Reference reference) {
        var term = ReferenceTerm.of(reference).text();
        lucene.add(new StringField(Fields.REFERENCE, term, Store.NO));
        lucene.add(new SortedSetDocValuesField(Fields.REFERENCE, new BytesRef(term)));
        lucene.add(
                new StoredField(Fields.REFERENCES, StoredReference.of(reference).text()));
    }

    private static void count(org.apache.lucene.document.Document lucene, Facet facet, String word) {
        if (word.isEmpty()) return;
        lucene.add(new SortedDocValuesField(Fields.counted(facet), new BytesRef(Key.of(word))));
        lucene.add(new StringField(Fields.found(facet), folded(word), Store.NO));
    }

    /** A facet's word as it is compared: the command line should not have to know that a team is written "Payments". */
    static String folded(String word) {
        return Key.of(word).toLowerCase(Locale.ROOT);
    }

    private static KnnFloatVectorField vector(String field, float[] vector) {
        return new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT);
    }

    private Metadata metadata() {
        return audited.metadata();
    }

    private static List<List<Embedding>> byPassage(Annotated annotated) {
        var lists = annotated.document().outline().passages().stream()
                .map(_ -> (List<Embedding>) new ArrayList<Embedding>())
                .toList();
        for (var i = 0; i < annotated.sentences().size(); i++)
            lists.get(annotated.sentences().get(i).passage())
                    .add(annotated.embeddings().get(i));
        return lists;
    }

    /** References stand in sentences and sentences in passages; one that did not would be found with the passage before it. */
    private List<List<Reference>> byPassage(List<Reference> references) {
        var passages = document.outline().passages();
        var lists = passages.stream()
                .map(_ -> (List<Reference>) new ArrayList<Reference>())
                .toList();
        for (var reference : references)
            lists.get(passageOf(reference.evidence().span())).add(reference);
        return lists;
    }

    private int passageOf(Span span) {
        var passages = document.outline().passages();
        var low = 0;
        var high = passages.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) / 2;
            if (passages.get(middle).block().span().start() <= span.start()) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** A date as days from 1970; what is millions of years away is as far away as an int reaches. */
    static int day(LocalDate date) {
        return Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static FieldType withOffsets() {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
