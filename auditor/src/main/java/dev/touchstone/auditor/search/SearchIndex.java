package dev.touchstone.auditor.search;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.reference.Annotated;

/** Finds passages. Searching from several threads is safe; one generation is written at a time. */
public interface SearchIndex extends AutoCloseable {
    /** Begins an index that replaces the present one when it is committed; until then nobody sees it. */
    Generation replace();

    /** Begins an addition to the present index; a document whose path is there already is replaced. */
    Generation extend();

    /**
     * Answers a query.
     *
     * @throws dev.touchstone.auditor.BadInput when the query cannot be understood, with the place and the remedy
     */
    SearchPage search(SearchQuery query);

    @Override
    void close();

    /** A change of the index that is published whole or not at all: closing without commit undoes it. */
    interface Generation extends AutoCloseable {
        /** Adds a document: what the audit says of it, and its sentences with their vectors. */
        void add(Entry entry, Annotated annotated);

        void commit();

        @Override
        void close();
    }
}
