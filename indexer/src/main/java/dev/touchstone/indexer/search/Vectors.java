package dev.touchstone.indexer.search;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/**
 * Vectors are kept without a graph over them. Looking at each of 100,000 passages takes some ten milliseconds, finds exactly
 * the nearest whatever the history of the index, and saves the minutes that a graph costs when an audit is indexed.
 */
final class Vectors {
    private static final int NEVER = Integer.MAX_VALUE;

    private Vectors() {}

    static Codec codec() {
        var flat = new Lucene99HnswVectorsFormat(
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                1,
                null,
                NEVER);
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return flat;
            }
        };
    }
}
