package dev.touchstone.auditor.search;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.reference.Annotated;
import java.util.List;
import java.util.Optional;

/** Finds passages. Searching from several threads is safe; one generation is written at a time. */
public interface SearchIndex extends AutoCloseable {
    /**
     * Begins an index that replaces the present one when it is committed; until then nobody sees it.
     *
     * @throws dev.touchstone.auditor.BadInput when somebody else is writing
     */
    Generation replace();

    /**
     * Begins an addition to the present index; a document whose path is there already is replaced.
     *
     * @throws dev.touchstone.auditor.BadInput when somebody else is writing, or the index must be made anew first
     */
    Generation extend();

    /**
     * Answers a query (its language: {@link SearchSyntax}). The same index and query give the same page; equal ranks are in
     * order of path and place.
     *
     * @throws dev.touchstone.auditor.BadInput when the query cannot be understood, with the place and the remedy, or the
     *     index must be made anew first
     */
    SearchPage search(SearchQuery query);

    /**
     * The documents most like the one with this path, the most alike first, without itself.
     *
     * @throws dev.touchstone.auditor.BadInput when there is no such document
     */
    List<Precedent> similar(String path, int limit);

    /** Why the index must be made anew before it can answer (another version, another encoder, damage); empty when it can. */
    Optional<String> staleness();

    @Override
    void close();

    /** A change of the index that is published whole or not at all: closing without commit undoes it. */
    interface Generation extends AutoCloseable {
        /** Adds a document: what the audit says of it, and its sentences with their vectors. A failed one has nothing to add. */
        void add(Entry entry, Annotated annotated);

        void commit();

        @Override
        void close();
    }
}
