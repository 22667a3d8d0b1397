package dev.touchstone.auditor.search;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.reference.Annotated;

/** An index that is read and written. Searching from several threads is safe; one generation is written at a time. */
public interface SearchIndex extends Searching, AutoCloseable {
    /**
     * Begins an index that replaces the present one when it is committed; until then nobody sees it.
     *
     * @throws dev.touchstone.auditor.BadInput when somebody else is writing
     */
    Generation replace();

    /**
     * Begins an addition to the present index; a document whose path is there already is replaced.
     *
     * @throws dev.touchstone.auditor.BadInput when somebody else is writing
     * @throws StaleIndex when the index must be made anew first
     */
    Generation extend();

    @Override
    void close();

    /** A change of the index that is published whole or not at all: closing without commit undoes it. */
    interface Generation extends AutoCloseable {
        /**
         * Adds a document: what the audit says of it, and its sentences with their vectors. A failed one has nothing to add.
         * With a document that is there already go, when this is committed, those of its parts that are not added again.
         */
        void add(Entry entry, Annotated annotated);

        /** Takes a document out, and the parts inside it ({@code path!/…}). One that is not there is out already. */
        void remove(String path);

        void commit();

        @Override
        void close();
    }
}
