package dev.touchstone.indexer.search;

import java.util.Comparator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** Best first, and what is equally good by path and place: a total order, so that pages neither overlap nor leave gaps. */
final class Order {
    private static final SortField PATH = new SortField(Fields.KEY, SortField.Type.STRING);
    private static final SortField START = new SortField(Fields.START, SortField.Type.INT);

    static final Sort BY_SCORE = by(SortField.FIELD_SCORE);

    /** The same for what a sort by {@link #by} found: its second and third key. */
    static final Comparator<FieldDoc> BY_PLACE = Comparator.comparing((FieldDoc found) -> (BytesRef) key(found, 1))
            .thenComparing(found -> (Integer) key(found, 2));

    private Order() {}

    static Sort by(SortField best) {
        return new Sort(best, PATH, START);
    }

    static Object key(FieldDoc found, int index) {
        if (found.fields == null) throw new IllegalStateException("a sorted result carries its keys");
        return found.fields[index];
    }
}
